"""Settings in a conversation: they are kept when they are said to be, by whom may, and they decide the language."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from bot.conversation import Conversation, Turn
from bot.line import Line
from bot.people import Person, Place
from bot.records import MemoryRecords
from bot.reply import Reply
from bot.settling import Manner
from bot.verbs.settings import Authority
from knowledge.value import Language

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
BEN = Person(platform="slack", workspace="T1", user="U2")
CHANNEL = Place(platform="slack", workspace="T1", channel="C1")
DIRECT = Place(platform="slack", workspace="T1", channel="D1", direct=True)
ALLOWED = Manner(authority="allowed")


@pytest.fixture
def talk(shipped: Line) -> Conversation:
    return Conversation(shipped, MemoryRecords())


def said(talk: Conversation, text: str, manner: Manner = ALLOWED, place: Place = CHANNEL, by: Person = ANNA) -> Reply:
    """The reply, after all that it says is kept."""
    turn = talk.turn(text, by, place, NOW, manner)
    if turn.settle:
        turn.settle()
    turn.keep(text)
    return turn.reply


def turned(talk: Conversation, text: str, manner: Manner = ALLOWED) -> Turn:
    return talk.turn(text, ANNA, CHANNEL, NOW, manner)


def words(reply: Reply) -> str:
    return " ".join([*(note.text for note in reply.notes), *(f"{line.label}: {line.figure}" for line in reply.lines)])


class TestLanguage:
    def test_what_a_person_sets_is_the_language_of_what_shows_none(self, talk: Conversation) -> None:
        said(talk, "settings language de")
        assert said(talk, "meta").language == "de"
        assert said(talk, "meta", by=BEN).language == "en"

    def test_a_question_that_shows_its_language_is_answered_in_it(self, talk: Conversation) -> None:
        said(talk, "settings language de")
        assert said(talk, "what does meta spend on AI?").language == "en"

    def test_the_setting_goes_before_the_clients_language(self, talk: Conversation) -> None:
        said(talk, "settings language en")
        assert said(talk, "meta", Manner(hint="de")).language == "en"

    def test_without_a_setting_the_clients_language_counts(self, talk: Conversation) -> None:
        assert said(talk, "meta", Manner(hint="de")).language == "de"

    def test_a_follow_up_stays_in_the_language_of_its_question(self, talk: Conversation) -> None:
        said(talk, "Wie hoch sind die Investitionsausgaben von Meta?")
        assert said(talk, "2023", Manner(hint="en")).language == "de"

    def test_auto_takes_the_setting_back(self, talk: Conversation) -> None:
        said(talk, "settings language de")
        reply = said(talk, "settings language auto")
        assert (reply.language, said(talk, "meta").language) == ("en", "en")

    @pytest.mark.parametrize(
        ("value", "language", "sentence"),
        [
            ("de", "de", "Ab jetzt antworte ich dir auf Deutsch."),
            ("en", "en", "From now on I answer you in English."),
        ],
    )
    def test_a_change_is_told_in_the_new_language(
        self, talk: Conversation, value: str, language: Language, sentence: str
    ) -> None:
        reply = said(talk, f"settings language {value}")
        assert (reply.language, reply.notes[0].text) == (language, sentence)

    def test_nothing_is_kept_before_it_is_settled(self, talk: Conversation) -> None:
        turned(talk, "settings language de")
        assert talk.records.preferred(ANNA) is None

    def test_a_language_that_is_not_spoken_gets_one_sentence_and_changes_nothing(self, talk: Conversation) -> None:
        turn = turned(talk, "settings language klingon")
        assert [note.text for note in turn.reply.notes] == ["The language can be de, en or auto."]
        assert turn.settle is None


class TestChannel:
    def test_who_may_sets_whom_answers_are_for_and_all_are_told(self, talk: Conversation) -> None:
        reply = said(talk, "settings channel public")
        assert talk.records.audience(CHANNEL) == "public"
        assert reply.announcement == "From now on everybody in this channel sees the answers to commands."

    @pytest.mark.parametrize(
        ("authority", "sentence"),
        [
            ("refused", "Only workspace admins and the creator of this channel can change that."),
            ("no_manager", "Only members with the permission Manage Server can change that."),
            ("unknown", "I could not find out whether you may change that, so it stays as it was."),
            ("none", "That is set in the channel that it is for, in Slack or Discord."),
        ],
    )
    def test_nobody_else_does_and_is_told_why(self, talk: Conversation, authority: Authority, sentence: str) -> None:
        turn = turned(talk, "settings channel public", Manner(authority=authority))
        assert [note.text for note in turn.reply.notes] == [sentence]
        assert (turn.settle, turn.reply.announcement) == (None, "")

    def test_every_authority_is_answered(self, talk: Conversation) -> None:
        told = {words(turned(talk, "settings channel public", Manner(authority=one)).reply) for one in
                get_args(Authority)}  # fmt: skip
        assert len(told) == len(get_args(Authority))

    def test_a_direct_message_is_no_channel(self, talk: Conversation) -> None:
        turn = talk.turn("settings channel public", ANNA, DIRECT, NOW, ALLOWED)
        assert turn.settle is None
        assert "channel" in words(turn.reply)

    def test_a_value_that_there_is_not_gets_one_sentence(self, talk: Conversation) -> None:
        turn = turned(talk, "settings channel loud")
        assert [note.text for note in turn.reply.notes] == ["A channel's answers can be public or private."]
        assert turn.settle is None


class TestShown:
    def test_the_settings_are_shown_as_they_are(self, talk: Conversation) -> None:
        assert "Your language: that of your client" in words(said(talk, "settings"))
        said(talk, "settings language en")
        said(talk, "settings channel public")
        shown = words(said(talk, "settings"))
        assert "Your language: English" in shown
        assert "This channel: everybody sees the answers to commands" in shown

    def test_where_there_is_no_channel_none_is_shown(self, talk: Conversation) -> None:
        assert "This channel" not in words(said(talk, "settings", place=DIRECT))
        assert "This channel" not in words(said(talk, "settings", Manner()))

    @pytest.mark.parametrize("language", ["en", "de"])
    def test_what_it_says_to_type_changes_the_setting(self, talk: Conversation, language: Language) -> None:
        shown = said(talk, "settings", replace(ALLOWED, language=language))
        for line in shown.lines:
            typed = line.notes[0].text.partition(": ")[2]
            value = typed.replace(",", "").split()[-1]
            command = " ".join([*typed.split()[:2], value])
            assert turned(talk, command).settle is not None, command

    def test_a_setting_that_there_is_not_gets_one_sentence(self, talk: Conversation) -> None:
        told = said(talk, "settings zorp")
        assert [note.text for note in told.notes] == ["There is no such setting; there are language and channel."]

    def test_words_that_are_no_setting_are_a_question(self, talk: Conversation) -> None:
        assert said(talk, "Einstellungen bei Meta").outcome != "help"


def test_settings_leave_the_question_before_them_to_be_built_on(talk: Conversation) -> None:
    said(talk, "meta capex 2024")
    said(talk, "settings language de")
    assert said(talk, "and microsoft?").headline.startswith("Microsoft")


def test_an_overview_is_in_the_language_that_the_person_set(talk: Conversation) -> None:
    assert talk.overview(ANNA, NOW, "en").coverage.headline == "Coverage"
    said(talk, "settings language de")
    shown = talk.overview(ANNA, NOW, "en")
    assert (shown.chosen, shown.help.language, shown.coverage.headline) == ("de", "de", "Abdeckung")
