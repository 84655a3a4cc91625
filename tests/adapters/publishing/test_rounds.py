"""A digest on its way: once a local day, on time, and with what is new since the one before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.publishing import NotSent, Refused, Unclear
from bot.people import Place
from bot.records import Records
from bot.schedule import CATCH_UP
from bot.subscription import Progress, slot_of_day

from .stage import CHANNEL, DAY, HOUR, MINUTE, MORNING, ORDER, PLACE, Died, Stage

pytestmark = pytest.mark.asyncio
SECOND = timedelta(seconds=1)


def progress(stage: Stage, ahead: int = 0) -> Progress | None:
    found = stage.records.digests.delivery(CHANNEL, slot_of_day((MORNING + ahead * DAY).date()))
    return found.progress if found else None


async def test_a_digest_goes_out_when_it_is_due_and_not_before(stage: Stage) -> None:
    stage.order()
    await stage.pass_to(MORNING - SECOND)
    assert stage.platform.posts == []
    await stage.pass_to(MORNING)
    assert [channel for channel, _ in stage.platform.posts] == ["C1"]
    assert progress(stage) == "done"


async def test_it_goes_out_once_a_day_and_again_on_the_next(stage: Stage) -> None:
    stage.order()
    for late in (0 * MINUTE, MINUTE, HOUR, DAY - SECOND):
        await stage.pass_to(MORNING + late)
    assert len(stage.platform.posts) == 1
    await stage.pass_to(MORNING + DAY)
    assert len(stage.platform.posts) == 2


async def test_it_tells_what_is_new_since_the_one_before(stage: Stage) -> None:
    stage.order()
    stage.news("a", metric="revenue", basis="leases")
    await stage.pass_to(MORNING)
    stage.news("b", by="alphabet", metric="revenue", basis="leases")
    await stage.pass_to(MORNING + DAY)
    await stage.pass_to(MORNING + 2 * DAY)
    first, second, third = stage.platform.texts
    assert "New: 1 claim from 1 article." in first
    assert "New: 1 claim from 1 article." in second
    assert ("Meta · Revenue" in first, "Alphabet · Revenue" in second) == (True, True)
    assert "Nothing new since the last digest." in third


async def test_something_worth_knowing_stands_in_it_on_a_quiet_day_and_each_time_another(stage: Stage) -> None:
    stage.order()
    for ahead in range(5):
        await stage.pass_to(MORNING + ahead * DAY)
    asides = [delivery.aside for delivery in stage.records.digests.deliveries(CHANNEL, "digest", MORNING)]
    told = [aside for aside in asides if aside]
    assert len(told) == len(set(told)) == 4  # the figures that the base has
    assert [text.count("Worth knowing") for text in stage.platform.texts] == [1, 1, 1, 1, 0]


async def test_a_channel_that_wants_nothing_on_a_quiet_day_gets_nothing(stage: Stage) -> None:
    stage.order(on_empty_days=False)
    await stage.pass_to(MORNING)
    assert (stage.platform.posts, progress(stage)) == ([], "silent")
    stage.news("a", metric="revenue", basis="leases")
    await stage.pass_to(MORNING + DAY)
    assert len(stage.platform.posts) == 1


async def test_after_a_pause_of_hours_it_goes_out_late(stage: Stage) -> None:
    stage.order()
    stage.restart()
    await stage.pass_to(MORNING + 5 * HOUR)
    assert len(stage.platform.posts) == 1


async def test_after_a_pause_of_weeks_only_the_last_goes_out_with_all_the_news(stage: Stage) -> None:
    stage.order()
    for number in range(3):
        stage.news(
            f"n{number}", metric="revenue", basis="leases", measure="level", by=("meta", "alphabet", "reuters")[number]
        )
        stage.now += DAY
    stage.restart()
    await stage.pass_to(MORNING + 20 * DAY + HOUR)
    assert len(stage.platform.posts) == 1
    assert "New: 3 claims" in stage.platform.texts[0]


async def test_too_late_for_a_day_it_waits_for_the_next(stage: Stage) -> None:
    stage.order()
    await stage.pass_to(MORNING + CATCH_UP)
    assert (stage.platform.posts, progress(stage)) == ([], None)
    await stage.pass_to(MORNING + DAY)
    assert len(stage.platform.posts) == 1


async def test_two_processes_send_it_once(stage: Stage) -> None:
    stage.order()
    other = stage.process()
    stage.now = MORNING
    for rounds in (stage.rounds, other, stage.rounds, other):
        await rounds.round()
    await stage.rounds.finish()
    await other.finish()
    assert len(stage.platform.posts) == 1


async def test_a_new_time_on_the_same_day_sends_no_second_one(stage: Stage) -> None:
    known = stage.order()
    await stage.pass_to(MORNING)
    later = replace(known.schedule, at=known.schedule.at.replace(hour=15))
    stage.order(replace(known, schedule=later))
    await stage.pass_to(MORNING + 6 * HOUR)
    assert len(stage.platform.posts) == 1


async def test_what_is_ordered_anew_replays_nothing(stage: Stage) -> None:
    known = stage.order()
    stage.records.digests.subscribe(replace(known, standing="off"), None)
    stage.news("a", metric="revenue", basis="leases")
    await stage.pass_to(MORNING + 3 * DAY)
    assert stage.platform.posts == []
    stage.order()
    await stage.pass_to(MORNING + 4 * DAY)
    [text] = stage.platform.texts
    assert "Nothing new" in text


class TestTrouble:
    async def test_what_was_not_sent_is_tried_again_and_sent_once(self, stage: Stage) -> None:
        stage.order()
        stage.platform.before = iter([NotSent("busy"), NotSent("busy"), None])
        for late in range(10):
            await stage.pass_to(MORNING + late * MINUTE)
        assert len(stage.platform.posts) == 1
        assert progress(stage) == "done"

    async def test_what_cannot_be_sent_in_time_is_told_and_its_news_come_with_the_next(self, stage: Stage) -> None:
        stage.order()
        stage.news("a", metric="revenue", basis="leases")
        stage.platform.before = iter([NotSent("busy")] * 30)
        for late in range(13):
            await stage.pass_to(MORNING + late * HOUR)
        assert progress(stage) == "failed"
        [(user, words)] = stage.platform.told
        assert (user, "20 Nov 2026" in words, "busy" in words) == ("U1", True, True)
        stage.platform.before = iter(())
        await stage.pass_to(MORNING + DAY)
        assert "New: 1 claim" in stage.platform.texts[0]

    async def test_what_may_have_been_sent_is_not_sent_again_and_is_told_once(self, stage: Stage) -> None:
        stage.order()
        stage.platform.after = iter([Unclear("the line broke")])
        for late in range(5):
            await stage.pass_to(MORNING + late * HOUR)
        assert len(stage.platform.posts) == 1
        assert progress(stage) == "uncertain"
        [(user, words)] = stage.platform.told
        assert (user, "may have arrived" in words) == ("U1", True)

    async def test_the_news_of_what_may_have_arrived_are_not_told_again(self, stage: Stage) -> None:
        stage.order()
        stage.news("a", metric="revenue", basis="leases")
        stage.platform.after = iter([Unclear("the line broke")])
        await stage.pass_to(MORNING)
        await stage.pass_to(MORNING + DAY)
        assert "Nothing new" in stage.platform.texts[1]

    async def test_where_the_bot_may_not_write_the_digest_is_paused_and_that_is_told(self, stage: Stage) -> None:
        stage.order()
        stage.platform.before = iter([Refused("is_archived")] * 9)
        for ahead in range(4):
            await stage.pass_to(MORNING + ahead * DAY)
        assert (stage.platform.posts, progress(stage), progress(stage, 1)) == ([], "refused", None)
        paused = stage.records.digests.subscription(PLACE)
        assert paused is not None
        assert (paused.standing, paused.reason) == ("paused", "is_archived")
        [(user, words)] = stage.platform.told
        assert (user, "is_archived" in words) == ("U1", True)

    @pytest.mark.parametrize("trouble", [NotSent("busy"), Unclear("the line broke")])
    async def test_who_may_not_have_been_told_is_told_later(self, stage: Stage, trouble: Exception) -> None:
        stage.order()
        stage.platform.after = iter([Unclear("the line broke")])
        stage.platform.in_private = iter([trouble, None])
        await stage.pass_to(MORNING)
        assert stage.platform.told == []
        await stage.pass_to(MORNING + HOUR)
        assert len(stage.platform.told) == 1

    async def test_one_channel_in_trouble_holds_up_no_other(self, stage: Stage) -> None:
        for number in range(3):
            stage.order(replace(ORDER, place=replace(PLACE, channel=f"C{number}")))
        stage.platform.before = iter([Refused("gone"), None, NotSent("busy")])
        for late in range(3):
            await stage.pass_to(MORNING + late * MINUTE)
        assert len({channel for channel, _ in stage.platform.posts}) == 2


class TestDeath:
    """The process dies at a step; after the lease another one goes on."""

    async def dies(self, stage: Stage) -> None:
        stage.now = MORNING
        await stage.rounds.round()
        await stage.rounds.finish()
        stage.restart()
        await stage.pass_to(MORNING + SECOND)

    async def test_before_it_has_sent_anything_another_sends(self, stage: Stage) -> None:
        stage.order()
        stage.platform.connecting = iter([Died()])
        await self.dies(stage)
        await stage.pass_to(MORNING + MINUTE)
        assert stage.platform.posts == []  # the lease of the dead
        await stage.pass_to(MORNING + 2 * MINUTE)
        assert (len(stage.platform.posts), progress(stage), stage.platform.told) == (1, "done", [])

    async def test_while_sending_to_a_platform_that_cannot_tell_it_is_uncertain_and_told(self, stage: Stage) -> None:
        stage.order()
        stage.platform.after = iter([Died()])
        await self.dies(stage)
        await stage.pass_to(MORNING + 2 * MINUTE)
        assert len(stage.platform.posts) == 1
        assert progress(stage) == "uncertain"
        assert len(stage.platform.told) == 1

    @pytest.mark.parametrize("arrived", [True, False])
    async def test_while_sending_to_one_that_can_it_stands_there_once(self, stage: Stage, *, arrived: bool) -> None:
        stage.order()
        stage.platform.remembers = True
        stage.platform.before, stage.platform.after = (
            (iter(()), iter([Died()])) if arrived else (iter([Died()]), iter(()))
        )
        await self.dies(stage)
        await stage.pass_to(MORNING + 2 * MINUTE)
        assert len(stage.platform.posts) == 1
        assert (progress(stage), stage.platform.told) == ("done", [])


async def test_the_rest_stands_in_the_thread_of_the_message(stage: Stage) -> None:
    stage.order()
    for number in range(9):
        stage.news(f"n{number}", metric="revenue", basis="leases", topics=("bubble",), by="meta", measure="level",
                   speaker=None, amount={"low": number + 1, "high": number + 1, "unit": "USD", "bound": "exact",
                                         "start": 0, "text": "35"}, period={"start": f"200{number}-01-01",
                   "end": f"200{number}-12-31", "label": f"200{number}", "kind": "year"})  # fmt: skip
    await stage.pass_to(MORNING)
    assert {message for message, _ in stage.platform.threads} == {"m1"}
    shown = len(stage.platform.posts[0][1].lines) + sum(len(reply.lines) for _, reply in stage.platform.threads)
    assert shown == 9


async def test_a_process_leaves_other_platforms_channels_alone(stage: Stage, records: Records) -> None:
    elsewhere = replace(ORDER, place=Place(platform="discord", workspace="G1", channel="1"))
    stage.order(elsewhere)
    await stage.pass_to(MORNING)
    assert stage.platform.posts == []
    assert records.digests.due("discord", MORNING, 9) != ()
