"""Orders in a conversation: who may give them, what is kept, what everybody is told, and one sentence where none is."""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import get_args

import pytest

from bot.conversation import Conversation, Turn
from bot.line import Line
from bot.people import Person, Place
from bot.records import MemoryRecords
from bot.reply import Reply
from bot.schedule import DAILY, WEEKDAYS
from bot.settling import Manner
from bot.subscription import Interest, Subscription, slot_of_day
from bot.verbs.ordering import Footing, Rank
from knowledge.value import Language

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
CHANNEL = Place(platform="slack", workspace="T1", channel="C1")
DIRECT = Place(platform="slack", workspace="T1", channel="D1", direct=True)
ADMIN = Manner(footing=Footing(rank="admin", zone="Europe/Berlin", present=True), aside=True)


def of(rank: Rank) -> Manner:
    return replace(ADMIN, footing=replace(ADMIN.footing, rank=rank))


@pytest.fixture
def talk(shipped: Line) -> Conversation:
    return Conversation(shipped, MemoryRecords())


def turned(talk: Conversation, text: str, manner: Manner = ADMIN, place: Place = CHANNEL) -> Turn:
    return talk.turn(text, ANNA, place, NOW, manner)


def said(talk: Conversation, text: str, manner: Manner = ADMIN, place: Place = CHANNEL) -> Reply:
    """The reply, after all that it says is kept."""
    turn = turned(talk, text, manner, place)
    if turn.settle:
        turn.settle()
    return turn.reply


def order(talk: Conversation, place: Place = CHANNEL) -> Subscription:
    found = talk.records.digests.subscription(place)
    assert found is not None
    return found


def words(reply: Reply) -> str:
    return " ".join([*(note.text for note in reply.notes), *(f"{line.label}: {line.figure}" for line in reply.lines)])


class TestOn:
    def test_all_that_is_said_is_kept(self, talk: Conversation) -> None:
        reply = said(talk, "digest on 08:15 America/New_York daily meta capex de silent")
        kept = order(talk)
        assert (kept.schedule.at, kept.schedule.zone, kept.schedule.days) == (time(8, 15), "America/New_York", DAILY)
        assert (kept.language, kept.on_empty_days, kept.by) == ("de", False, ANNA)
        assert kept.on == Interest(subjects=("meta",), metrics=("capex",))
        assert reply.announcement == "every day at 08:15 (America/New_York)"

    def test_what_is_not_said_is_nine_on_weekdays_in_the_persons_own_zone(self, talk: Conversation) -> None:
        said(talk, "digest on")
        kept = order(talk)
        assert (kept.schedule.at, kept.schedule.zone, kept.schedule.days) == (time(9), "Europe/Berlin", WEEKDAYS)
        assert (kept.on, kept.language, kept.on_empty_days) == (Interest(), "en", True)

    def test_a_change_leaves_the_rest_as_it_was(self, talk: Conversation) -> None:
        said(talk, "digest on 08:15 America/New_York daily meta de")
        said(talk, "digest on 10:00")
        kept = order(talk)
        assert (kept.schedule.at, kept.schedule.zone, kept.language) == (time(10), "America/New_York", "de")
        said(talk, "digest on everything")
        assert order(talk).on == Interest()

    def test_without_any_zone_it_is_asked_for(self, talk: Conversation) -> None:
        turn = turned(talk, "digest on 09:00", replace(ADMIN, footing=Footing(rank="admin", present=True)))
        assert ("Name your time zone too" in words(turn.reply), turn.settle) == (True, None)

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("digest on 25:00", "25:00 is no time of day; write it as 09:00."),
            ("digest on 9:00 Mars/Crater", "Mars/Crater is no time zone; write one as Europe/Berlin."),
            ("digest on 9:00 Berlin", "Berlin is no time zone; did you mean Europe/Berlin?"),
            ("digest on zorp", "Nothing is known here under zorp, so nothing changes."),
            ("überblick an zorp", "Unter zorp ist hier nichts bekannt; es bleibt."),
        ],
    )
    def test_what_is_wrong_is_one_sentence_and_changes_nothing(
        self, talk: Conversation, text: str, sentence: str
    ) -> None:
        turn = turned(talk, text)
        assert ([note.text for note in turn.reply.notes], turn.settle) == ([sentence], None)

    def test_nothing_is_kept_before_it_is_settled(self, talk: Conversation) -> None:
        turned(talk, "digest on")
        assert talk.records.digests.subscription(CHANNEL) is None

    def test_it_is_due_from_the_next_time_on(self, talk: Conversation) -> None:
        said(talk, "digest on 09:00")
        assert talk.records.digests.due("slack", NOW, 9) == ()
        assert len(talk.records.digests.due("slack", datetime(2026, 11, 23, 8, tzinfo=UTC), 9)) == 1

    def test_what_is_ordered_again_after_it_was_off_tells_nothing_old(self, talk: Conversation) -> None:
        said(talk, "digest on")
        first = order(talk).since
        said(talk, "digest off")
        said(talk, "digest on")
        assert first < order(talk).since == talk.ordering.composing.base.change_number()

    def test_a_direct_message_is_the_persons_own(self, talk: Conversation) -> None:
        reply = said(talk, "digest on", of("guest"), DIRECT)
        assert order(talk, replace(DIRECT, channel="U1")).place.direct
        assert reply.announcement == ""


class TestWhoMay:
    @pytest.mark.parametrize(("rank", "may"), [("admin", True), ("creator", True), ("member", False), ("guest", False)])
    @pytest.mark.parametrize("text", ["digest on", "follow meta"])
    def test_admins_and_the_channels_creator(self, talk: Conversation, rank: Rank, text: str, *, may: bool) -> None:
        assert (turned(talk, text, of(rank)).settle is not None) is may

    @pytest.mark.parametrize(("rank", "may"), [("member", True), ("guest", False), ("unknown", False)])
    def test_an_admin_opens_it_to_members_never_to_guests(self, talk: Conversation, rank: Rank, *, may: bool) -> None:
        said(talk, "digest open")
        assert (turned(talk, "digest on", of(rank)).settle is not None) is may
        said(talk, "digest close")
        assert turned(talk, "digest on", of(rank)).settle is None

    @pytest.mark.parametrize("rank", ["creator", "member", "guest", "unknown"])
    def test_nobody_else_opens_it(self, talk: Conversation, rank: Rank) -> None:
        assert turned(talk, "digest open", of(rank)).settle is None

    def test_every_rank_has_its_answer(self, talk: Conversation) -> None:
        for rank in get_args(Rank):
            turn = turned(talk, "digest on", of(rank))
            assert bool(turn.settle) != any(note.kind == "hint" for note in turn.reply.notes)

    def test_where_the_bot_is_not_it_asks_to_be_invited(self, talk: Conversation) -> None:
        away = replace(ADMIN, footing=replace(ADMIN.footing, present=False))
        turn = turned(talk, "digest on", away)
        assert (words(turn.reply), turn.settle) == ("I am not in this channel; invite me first.", None)

    @pytest.mark.parametrize(
        ("manner", "text", "told"),
        [
            (of("member"), "digest on", "with the permission Manage Channels can order here"),
            (of("member"), "digest open", "with the permission Manage Channels can change that"),
            (of("unknown"), "follow meta", "use /capexbot digest or /capexbot follow"),
            (
                replace(ADMIN, footing=Footing(rank="admin", present=False)),
                "digest on",
                "View Channel and Send Messages",
            ),
            (replace(ADMIN, aside=False), "digest preview", "Use /capexbot digest with the action preview"),
            (ADMIN, "digest close", "with the permission Manage Channels order"),
        ],
    )
    def test_on_discord_the_permission_is_named(self, talk: Conversation, manner: Manner, text: str, told: str) -> None:
        assert told in words(turned(talk, text, manner, replace(CHANNEL, platform="discord")).reply)

    @pytest.mark.parametrize("text", ["digest", "digest preview", "follows"])
    def test_everybody_may_look(self, talk: Conversation, text: str) -> None:
        assert "Only admins" not in words(said(talk, text, of("guest")))


class TestLooking:
    def test_without_one_it_says_how_to_order(self, talk: Conversation) -> None:
        assert "digest on 09:00 Europe/Berlin weekdays" in words(said(talk, "digest"))
        assert "überblick an 09:00 Europe/Berlin werktags" in words(said(talk, "überblick"))

    def test_what_it_tells_to_type_can_be_ordered(self, talk: Conversation) -> None:
        typed = words(said(talk, "digest")).partition(": ")[2]
        assert turned(talk, typed).settle is not None

    def test_the_order_is_shown_with_the_next_day(self, talk: Conversation) -> None:
        said(talk, "digest on meta")
        told = words(said(talk, "digest show"))
        assert "When: Monday to Friday at 09:00 (Europe/Berlin)" in told
        assert ("On: Meta" in told, "Next: 23 Nov 2026" in told) == (True, True)

    def test_a_preview_is_the_digest_and_nothing_is_kept(self, talk: Conversation) -> None:
        said(talk, "digest on")
        turn = turned(talk, "digest preview")
        assert (turn.reply.headline, turn.settle) == ("AI spending · Friday, 20 Nov 2026", None)
        assert "New: 376 claims from 5 articles." in words(turn.reply)

    def test_it_is_shown_to_the_asker_alone(self, talk: Conversation) -> None:
        told = said(talk, "digest preview", replace(ADMIN, aside=False))
        assert words(told) == "Type /capex digest preview: then only you see it."


class TestNow:
    def test_the_days_digest_comes_now_once(self, talk: Conversation) -> None:
        said(talk, "digest on")
        assert "comes now" in words(said(talk, "digest now"))
        [taken] = talk.records.digests.take("slack", NOW, NOW, 9)
        assert taken.slot == slot_of_day(NOW.date())
        assert "already" in words(said(talk, "digest now"))

    def test_there_is_none_where_none_is_ordered(self, talk: Conversation) -> None:
        turn = turned(talk, "digest now")
        assert ("has no digest" in words(turn.reply), turn.settle) == (True, None)


class TestOff:
    def test_it_ends_and_all_are_told(self, talk: Conversation) -> None:
        said(talk, "digest on")
        reply = said(talk, "digest off")
        assert reply.announcement == "There are no more digests in this channel."
        assert talk.records.digests.due("slack", NOW.replace(year=2030), 9) == ()
        assert turned(talk, "digest off").settle is None


class TestFollows:
    def test_each_company_with_each_metric_is_followed_and_all_are_told(self, talk: Conversation) -> None:
        reply = said(talk, "follow meta microsoft capex")
        followed = {(one.subject, one.metric) for one in talk.records.digests.follows("slack:T1:C1")}
        assert followed == {("meta", "capex"), ("microsoft", "capex")}
        assert "Meta · capital expenditure" in reply.announcement

    def test_it_is_listed_and_taken_back(self, talk: Conversation) -> None:
        said(talk, "follow meta")
        said(talk, "folge capex")
        assert "Meta" in words(said(talk, "follows"))
        assert "Meta" not in said(talk, "unfollow meta").announcement
        assert [one.metric for one in talk.records.digests.follows("slack:T1:C1")] == ["capex"]

    @pytest.mark.parametrize("language", get_args(Language))
    def test_what_is_followed_can_be_taken_back_by_the_names_it_has(
        self, talk: Conversation, language: Language
    ) -> None:
        for one in ("meta capex", "microsoft", "revenue"):
            said(talk, f"follow {one}")
        named = talk.ordering.followed(ANNA, replace(CHANNEL, thread="1"), language)
        assert len(named) == 3
        for one in named:
            said(talk, f"unfollow {one}")
        assert talk.ordering.followed(ANNA, CHANNEL, language) == []

    def test_what_is_not_followed_cannot_be_taken_back(self, talk: Conversation) -> None:
        turn = turned(talk, "unfollow meta")
        assert (turn.settle, "not followed" in words(turn.reply)) == (None, True)

    def test_a_name_that_nobody_knows_gets_one_sentence(self, talk: Conversation) -> None:
        turn = turned(talk, "follow zorp")
        assert ("Nothing is known here under “zorp”." in words(turn.reply), turn.settle) == (True, None)

    def test_it_begins_with_what_comes_after(self, talk: Conversation) -> None:
        said(talk, "follow meta")
        [one] = talk.records.digests.follows("slack:T1:C1")
        assert one.since == talk.ordering.composing.base.change_number()
