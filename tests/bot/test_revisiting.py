"""An answer that was shown is found again by its key: the same question, completed, answered by the base as it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.answer import Found
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Person, Place
from bot.records import MemoryRecords
from bot.reply import Reply
from bot.report import LONGEST_REASON
from bot.revisiting import Gone, Revisiting, Wrong
from bot.shown_answer import new_key, shown_answer
from tests.bot.fake_base import FakeBase
from tests.bot.phrasebook import PARTS, Part, cases
from tests.bot.samples import VOCABULARY, article, billions, claim

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
DIRECT = Place(platform="slack", workspace="T1", channel="D1", direct=True)


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords()


@pytest.fixture
def talk(shipped: Line, records: MemoryRecords) -> Conversation:
    return Conversation(shipped, records)


def said(talk: Conversation, text: str) -> tuple[Reply, str]:
    """The reply to a text, recorded, and its key."""
    turn = talk.turn(text, ANNA, DIRECT, NOW)
    turn.keep(text)
    assert turn.reply.under
    return turn.reply, turn.reply.under.key


@pytest.mark.parametrize("part", PARTS)
def test_every_answer_of_the_phrasebook_is_found_again_as_it_was(shipped: Line, part: Part) -> None:
    found = 0
    for case in cases(part)[::6]:
        last = shipped.ask(case.after, case.on).question if case.after else None
        first = shipped.ask(case.ask, case.on, None, last)
        shown = shown_answer(first.answer)
        if shown:
            found += 1
            again = shipped.again(shown.question, shown.on, shown.beside)
            assert replace(again.reply, notes=()) == replace(first.reply, notes=()), case.ask
            assert set(again.reply.notes) == set(first.reply.notes), case.ask
    assert found


def test_nobodys_address_is_kept_with_an_answer(shipped: Line) -> None:
    last = shipped.ask("meta capex, says anna@example.com", NOW.date()).question
    shown = shown_answer(shipped.ask("and google?", NOW.date(), None, last).answer)
    assert shown is not None
    assert "example" not in repr(shown)


def test_a_follow_up_is_found_again_with_what_it_follows(talk: Conversation) -> None:
    said(talk, "meta capex 2024")
    reply, key = said(talk, "and microsoft?")
    assert talk.revisiting.whole(key, NOW) == reply
    assert reply.headline == "Microsoft · capital expenditure · 2024"


def test_it_is_the_answer_of_the_base_as_it_is_then(records: MemoryRecords) -> None:
    paper = article("paper", NOW.date())
    before = FakeBase([claim("a", billions(1), "paper")], {"paper": paper}, VOCABULARY)
    after = FakeBase([claim("a", billions(2), "paper")], {"paper": paper}, VOCABULARY)
    _, key = said(Conversation(Line(before), records), "meta capex")
    [line] = Revisiting(Line(after), records).whole(key, NOW).lines
    assert "2" in line.figure


def test_an_answer_that_the_base_no_longer_gives_is_gone(records: MemoryRecords) -> None:
    paper = article("paper", NOW.date())
    before = FakeBase([claim("a", billions(1), "paper")], {"paper": paper}, VOCABULARY)
    _, key = said(Conversation(Line(before), records), "meta capex")
    with pytest.raises(Gone):
        Revisiting(Line(FakeBase([], {}, VOCABULARY)), records).whole(key, NOW)


def test_an_unknown_key_is_gone(talk: Conversation) -> None:
    with pytest.raises(Gone):
        talk.revisiting.whole(new_key(), NOW)


@pytest.mark.parametrize("text", ["samsung capex", "capex", "hi"])
def test_what_shows_no_claim_has_nothing_under_it_and_is_not_kept(shipped: Line, text: str) -> None:
    asked = shipped.ask(text, NOW.date())
    assert shown_answer(asked.answer) is None
    turn = Conversation(shipped, MemoryRecords()).turn(text, ANNA, DIRECT, NOW)
    assert turn.reply.under is None


def test_more_stands_only_under_an_answer_with_more(shipped: Line) -> None:
    paper = article("paper", NOW.date())
    short = Line(FakeBase([claim("a", billions(1), "paper")], {"paper": paper}, VOCABULARY))
    for line, text, there in ((shipped, "meta", True), (short, "meta capex", False)):
        under = Conversation(line, MemoryRecords()).turn(text, ANNA, DIRECT, NOW).reply.under
        assert under
        assert ("more" in under.buttons) is there


def test_nobody_is_compared_where_nobody_was_asked_about(talk: Conversation) -> None:
    reply, _ = said(talk, "is there an AI bubble?")
    assert reply.under
    assert "compare" not in reply.under.buttons
    assert "quotes" in reply.under.buttons


def test_addresses_in_a_question_are_not_kept(shipped: Line) -> None:
    asked = shipped.ask("meta capex", NOW.date())
    answer = replace(asked.answer, question=replace(asked.question, text="meta capex cfo@example.com"))
    shown = shown_answer(answer)
    assert shown
    assert shown.question.text == "meta capex ***"


def test_a_comparison_has_both_sides_and_what_was_asked(talk: Conversation) -> None:
    _, key = said(talk, "meta capex 2024")
    turn = talk.compared(key, "microsoft", ANNA, DIRECT, NOW)
    question = turn.asked.question
    assert (question.subjects, question.metrics) == (("meta", "microsoft"), ("capex",))
    assert turn.reply.headline == "Meta vs Microsoft · capital expenditure · 2024"
    typed = talk.turn("Meta vs Microsoft capex 2024", ANNA, DIRECT, NOW).reply
    assert replace(turn.reply, under=None) == replace(typed, under=None)


def test_proofs_hold_every_passage_word_for_word(talk: Conversation, shipped: Line) -> None:
    for text in ("meta", "OpenAI loss 2026", "Was gibt Microsoft für KI aus?"):
        _, key = said(talk, text)
        answer = shipped.ask(text, NOW.date()).answer
        assert isinstance(answer, Found)
        shown = [passage for proof in talk.revisiting.proofs(key, NOW) for passage in proof.passages]
        assert {entry.claim.receipt.text for entry in answer.entries} <= set(shown)


def test_every_claim_has_words_of_its_own(talk: Conversation, shipped: Line) -> None:
    _, key = said(talk, "meta")
    answer = shipped.ask("meta", NOW.date()).answer
    assert isinstance(answer, Found)
    figures = talk.revisiting.figures(key, NOW)
    assert [one.claim for one in figures] == [entry.claim.id for entry in answer.entries]
    assert len({one.words for one in figures}) == len(figures)


def test_a_report_is_cut_and_struck_out(talk: Conversation, records: MemoryRecords) -> None:
    _, key = said(talk, "meta")
    wrong = Wrong("1", "meta-capex", f"ask\ncfo@example.com {'x' * 1000}", ANNA)
    talk.revisiting.report(key, wrong, NOW)
    [report] = records.reports.reports(NOW)
    assert report.reason.startswith("ask *** x")
    assert len(report.reason) == LONGEST_REASON
    assert (report.question, report.by, report.at) == ("meta", ANNA, NOW)


def test_an_opinion_of_an_answer_that_is_gone_is_not_kept(talk: Conversation, records: MemoryRecords) -> None:
    _, key = said(talk, "meta")
    with pytest.raises(Gone):
        talk.revisiting.judge(key, ANNA, NOW + timedelta(days=401), helpful=True)
    assert records.answers.opinions() == (0, 0)
