"""Alerts on what a channel follows: when its news have come to rest, each claim once, whoever makes the rounds."""

from datetime import timedelta

import pytest

from adapters.publishing import Refused, Unclear
from bot.subscription import Follow

from .stage import ANNA, CHANNEL, DAY, HOUR, MINUTE, PLACE, Died, Stage

pytestmark = pytest.mark.asyncio


def follows(stage: Stage, subject: str = "", metric: str = "") -> None:
    since = stage.store.change_number()
    stage.records.digests.follow(
        Follow(place=PLACE, by=ANNA, language="en", subject=subject, metric=metric, since=since)
    )


async def later(stage: Stage, by: timedelta) -> None:
    await stage.pass_to(stage.now + by)


async def test_news_on_what_is_followed_are_told_when_no_more_have_come_for_a_while(stage: Stage) -> None:
    follows(stage, "meta", "revenue")
    stage.news("a", metric="revenue", basis="leases")
    await later(stage, MINUTE)
    assert stage.platform.posts == []
    await later(stage, 5 * MINUTE)
    [text] = stage.platform.texts
    assert text.startswith("News on Meta · Revenue")
    assert "Meta · Revenue" in text.split("\n", 1)[1]


async def test_what_comes_in_together_is_told_together(stage: Stage) -> None:
    follows(stage, "meta")
    await later(stage, MINUTE)
    stage.news("a", metric="revenue", basis="leases")
    await later(stage, 3 * MINUTE)
    stage.news("b", by="alphabet", about=("meta",), metric="revenue", basis="leases")
    await later(stage, 3 * MINUTE)
    assert stage.platform.posts == []
    await later(stage, 5 * MINUTE)
    assert [len(reply.lines) for _, reply in stage.platform.posts] == [2]


async def test_where_news_never_rest_they_are_told_after_half_an_hour(stage: Stage) -> None:
    follows(stage, "meta")
    for number in range(12):
        stage.news(f"n{number}", metric="revenue", basis="leases", topics=("bubble",))
        await later(stage, 3 * MINUTE)
    assert len(stage.platform.posts) == 1


async def test_other_news_are_not_told(stage: Stage) -> None:
    follows(stage, "meta", "capex")
    stage.news("a", metric="revenue", basis="leases")
    stage.news("b", by="alphabet", metric="capex", basis="leases")
    await later(stage, HOUR)
    assert stage.platform.posts == []


async def test_news_from_before_are_not_told(stage: Stage) -> None:
    stage.news("a", metric="revenue", basis="leases")
    follows(stage, "meta")
    await later(stage, HOUR)
    assert stage.platform.posts == []


async def test_no_claim_is_told_twice_whatever_becomes_of_it(stage: Stage) -> None:
    follows(stage, "meta")
    stage.news("a", metric="revenue", basis="leases")
    await later(stage, HOUR)
    stage.news("a", metric="revenue", basis="leases", state="proposed")
    stage.restart()
    await later(stage, HOUR)
    stage.news("a", metric="revenue", basis="leases")
    await later(stage, HOUR)
    assert len(stage.platform.posts) == 1


async def test_two_processes_tell_it_once(stage: Stage) -> None:
    follows(stage, "meta")
    other = stage.process()
    stage.news("a", metric="revenue", basis="leases")
    stage.now += HOUR
    for rounds in (stage.rounds, other, stage.rounds, other):
        await rounds.round()
    await stage.rounds.finish()
    await other.finish()
    assert len(stage.platform.posts) == 1


async def test_a_process_that_starts_later_tells_what_came_before_it_started(stage: Stage) -> None:
    follows(stage, "meta")
    stage.news("a", metric="revenue", basis="leases")
    stage.now += DAY
    stage.restart()
    await later(stage, MINUTE)
    assert len(stage.platform.posts) == 1


async def test_one_that_dies_before_it_sends_is_gone_on_with(stage: Stage) -> None:
    follows(stage, "meta")
    stage.news("a", metric="revenue", basis="leases")
    stage.platform.connecting = iter([Died()])
    await later(stage, HOUR)
    stage.restart()
    await later(stage, 2 * MINUTE)
    assert len(stage.platform.posts) == 1


async def test_one_that_may_have_arrived_is_told_to_who_follows(stage: Stage) -> None:
    follows(stage, "meta")
    stage.news("a", metric="revenue", basis="leases")
    stage.platform.after = iter([Unclear("the line broke")])
    await later(stage, HOUR)
    assert (len(stage.platform.posts), [user for user, _ in stage.platform.told]) == (1, ["U1"])


async def test_a_channel_that_refuses_follows_nothing_any_more(stage: Stage) -> None:
    follows(stage, "meta")
    stage.news("a", metric="revenue", basis="leases")
    stage.platform.before = iter([Refused("is_archived")])
    await later(stage, HOUR)
    assert stage.records.digests.follows(CHANNEL) == ()
    assert [user for user, _ in stage.platform.told] == ["U1"]


async def test_an_alert_takes_nothing_from_the_digest(stage: Stage) -> None:
    stage.order()
    follows(stage, "meta")
    stage.news("a", metric="revenue", basis="leases")
    await later(stage, 2 * HOUR)
    assert sum("New: 1 claim" in text for text in stage.platform.texts) == 2
