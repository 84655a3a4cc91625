"""What holds for any words at all, asked of the shipped base; its own words among them."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Found
from bot.answer_json import answer_json
from bot.explaining import explained
from bot.line import Asked, Line
from bot.names import Names
from bot.reply import Reply
from bot.statements.choosing import chance, chosen, enough
from bot.statements.shipped import shipped_lines
from bot.statements.stems import stems
from knowledge.claim import Claim
from knowledge.store import Store
from knowledge.value import Language
from tests.bot.phrasebook import cases
from tests.bot.test_properties import facts, texts

ON = date(2026, 11, 21)
ASKED = tuple(case.ask for case in cases("development"))
WORDS = tuple(sorted({word for text in ASKED for word in text.split()}))

spoken = st.one_of(
    st.sampled_from(ASKED),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.tuples(st.sampled_from(ASKED), texts).map(" ".join),
)
varied = st.tuples(st.sampled_from(ASKED), st.lists(st.sampled_from(WORDS), max_size=2)).map(
    lambda parts: " ".join((parts[0], *parts[1]))
)
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def approved(shipped_store: Store) -> dict[str, Claim]:
    """The approved claims by id."""
    return {claim.id: claim for claim, _ in shipped_store.claims("approved")}


def held_by(claim: Claim, language: str) -> frozenset[str]:
    """The stems of what a claim says and is looked for by, told by itself."""
    if language == "en":
        return stems([claim.statement.en or "", claim.terms.en or ""], "en")
    context = (one.text for one in claim.context)
    return stems([claim.statement.de or "", claim.terms.de or "", claim.receipt.text, *context], "de")


def asked_with(claim: Claim, language: Language) -> frozenset[str]:
    """The stems of the words with which people ask for a claim, which count as they are and not by their meaning."""
    return stems(
        (line.split(" | ", 2)[2] for line in shipped_lines() if line.startswith(f"{claim.id} | {language} | ")),
        language,
    )


@many
@given(text=st.one_of(spoken, texts), before=st.one_of(st.none(), spoken, texts))
def test_any_text_after_any_other_has_an_answer_and_an_explanation(
    shipped: Line, text: str, before: str | None
) -> None:
    last = None if before is None else shipped.ask(before, ON).question
    asked = shipped.ask(text, ON, last=last)
    assert isinstance(asked.answer, Answer)
    assert isinstance(asked.reply, Reply)
    assert asked.reply.headline.strip()
    assert answer_json(asked.answer, asked.reply, asked.names)["outcome"] == asked.reply.outcome
    assert all(isinstance(row, str) for row in explained(asked, shipped.weighing(asked.question)))


@some
@given(text=spoken, before=st.text(" \t\n\u00a0\u200b", max_size=3), after=st.text(" \t\r\n\u00a0", max_size=3))
def test_white_space_changes_nothing(shipped: Line, text: str, before: str, after: str) -> None:
    wide = before + text.replace(" ", "  ") + after
    assert facts(shipped.ask(wide, ON)) == facts(shipped.ask(text, ON))


@some
@given(text=spoken.map(lambda text: text.rstrip(" ?!.…:;,\"')")), end=st.sampled_from(["?", ".", "!", "?!", "…", " ?"]))
def test_punctuation_at_the_end_changes_nothing(shipped: Line, text: str, end: str) -> None:
    assert facts(shipped.ask(text + end, ON)) == facts(shipped.ask(text, ON))


def is_bound_to_case(text: str, names: Names) -> bool:
    """Whether a word is written like a ticker or a given name, which may count with capitals only."""
    bound = {ticker.casefold() for subject in names.subjects.values() for ticker in subject.tickers}
    people = (subject for subject in names.subjects.values() if subject.kind == "person")
    bound.update((one.name.en or " ").split()[0].casefold() for one in people)
    folded = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return not bound.isdisjoint(folded.split())


@some
@given(text=st.sampled_from(ASKED), spelling=st.sampled_from([str.upper, str.lower, str.swapcase, str.title]))
def test_capitals_change_nothing(
    shipped: Line, shipped_names: Names, text: str, spelling: Callable[[str], str]
) -> None:
    assume(not is_bound_to_case(text, shipped_names))
    one, other = shipped.ask(spelling(text), ON), shipped.ask(text, ON)
    assert [claim["id"] for claim in answer_json(one.answer, one.reply, one.names)["claims"]] == [
        claim["id"] for claim in answer_json(other.answer, other.reply, other.names)["claims"]
    ]
    assert one.reply.outcome == other.reply.outcome


def found_in_words(asked: Asked) -> Found | None:
    """The answer that claims give by what they say, where they do and no two sides were asked one by one."""
    answer = asked.answer
    return answer if isinstance(answer, Found) and answer.question.unnamed and not _has_sides(answer) else None


def _has_sides(answer: Found) -> bool:
    return answer.question.intent == "comparison"


@many
@given(text=varied)
def test_the_first_claim_that_answers_in_words_is_likely_to_be_right(shipped: Line, text: str) -> None:
    answer = found_in_words(shipped.ask(text, ON))
    if answer:
        weighing = shipped.weighing(answer.question)
        assert weighing.asking is not None
        assert chance(weighing.claims, answer.question, weighing.asking) >= enough(
            weighing.claims, answer.question, weighing.asking
        )
        assert answer.entries[0].claim == chosen(weighing.claims, answer.question, weighing.asking)[0]


@many
@given(text=varied)
def test_what_is_left_out_is_what_the_first_claim_does_not_say(
    shipped: Line, approved: dict[str, Claim], text: str
) -> None:
    answer = found_in_words(shipped.ask(text, ON))
    if answer:
        claim, language = approved[answer.entries[0].claim.id], answer.question.language
        said, asked = held_by(claim, language), asked_with(claim, language)
        asking = shipped.weighing(answer.question).asking
        assert asking is not None
        left = [word.word for word in asking.content if not word.alike & said and word.stem not in asked]
        assert list(answer.left_out) == left


@pytest.fixture(scope="module")
def answered(shipped: Line) -> dict[str, Asked]:
    """The questions of the phrasebook, each asked once."""
    return {text: shipped.ask(text, ON) for text in ASKED}


def test_every_question_of_the_phrasebook_has_a_headline(answered: dict[str, Asked]) -> None:
    assert [text for text, asked in answered.items() if not asked.reply.headline.strip()] == []


def test_many_questions_of_the_phrasebook_are_answered_in_words(answered: dict[str, Asked]) -> None:
    assert sum(found_in_words(answered[text]) is not None for text in ASKED) > 0.1 * len(ASKED)


@some
@given(text=spoken)
def test_only_approved_claims_answer(shipped: Line, approved: dict[str, Claim], text: str) -> None:
    asked = shipped.ask(text, ON)
    if isinstance(asked.answer, Found):
        assert {entry.claim.id for entry in asked.answer.entries} <= approved.keys()
