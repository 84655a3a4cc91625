"""Whom an answer can be compared with: who has claims, by any name and in spite of typos."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given

from bot.answer import Found
from bot.comparing import MOST, Others, compared
from bot.line import Line
from bot.question import Question
from knowledge.value import Language
from tests.bot.test_properties import texts

CAPEX = Question(text="meta capex", language="en", intent="figure", subjects=("meta",), metrics=("capex",))


@pytest.fixture(scope="module")
def others(shipped: Line) -> Others:
    return Others(shipped.names(), shipped.claims_held())


def first(others: Others, typed: str) -> str | None:
    return next((one.subject for one in others.matching(typed, CAPEX)), None)


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("micro", "microsoft"),
        ("MSFT", "microsoft"),
        ("Micorsoft", "microsoft"),
        ("microsofd", "microsoft"),
        ("sachs", "goldman-sachs"),
        ("goldmann sachs", "goldman-sachs"),
        ("  NVIDIA ", "nvidia"),
    ],
)
def test_a_name_is_found_by_its_beginning_a_later_word_a_ticker_or_with_a_slip(
    others: Others, typed: str, subject: str
) -> None:
    assert first(others, typed) == subject


@pytest.mark.parametrize("typed", ["samsung", "metadata", "%%", "capex"])
def test_nobody_is_offered_for_what_names_nobody(others: Others, typed: str) -> None:
    assert others.matching(typed, CAPEX) == ()


def test_who_has_the_metric_comes_first(others: Others, shipped: Line) -> None:
    held = shipped.claims_held()
    having = [(one.subject, "capex") in held for one in others.matching("", CAPEX)]
    assert having == sorted(having, reverse=True)
    assert 0 < sum(having) < len(having)


def test_a_name_is_in_the_language_of_the_answer(others: Others) -> None:
    def named(language: Language) -> Mapping[str, str]:
        question = Question(text="", language=language, intent="overview")
        return {one.subject: one.name for one in others.matching("", question)}

    assert named("en") != named("de")


@given(typed=texts)
def test_whatever_is_typed_only_others_with_claims_are_offered(shipped: Line, typed: str) -> None:
    held = {subject for subject, _ in shipped.claims_held()}
    found = [one.subject for one in Others(shipped.names(), shipped.claims_held()).matching(typed, CAPEX)]
    assert set(found) <= held - {"meta"}
    assert len(found) == len(set(found)) <= MOST


def test_of_everybody_who_is_offered_something_is_told(others: Others, shipped: Line) -> None:
    alone = Question(text="", language="en", intent="overview", subjects=("meta",))
    for other in others.matching("", alone):
        answer = shipped.again(compared(alone, other.subject, shipped.names()), date(2026, 11, 21)).answer
        assert isinstance(answer, Found)
        assert not answer.missing, other


@pytest.mark.parametrize("text", ["compare meta and amazon capex", "vergleiche capex meta und amazon"])
def test_the_word_that_sets_side_by_side_prefers_no_claim_that_compares(shipped: Line, text: str) -> None:
    day = date(2026, 11, 22)
    answers = [shipped.ask(one, day).answer for one in (text, "meta vs amazon capex")]
    assert all(isinstance(one, Found) for one in answers)
    shown, usual = ([entry.claim.id for entry in one.entries] for one in answers if isinstance(one, Found))
    assert shown[:2] == usual[:2]
