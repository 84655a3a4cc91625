"""The phrasebook itself: large, mixed, about claims that there are, and its two parts strangers to each other."""

from collections import Counter

import pytest

from knowledge.store import Store
from tests.bot.phrasebook import ASIDE, DEVELOPED, PARTS, Case, Part, cases, represents
from tests.bot.phrasebook.alike import nearly_asked
from tests.bot.phrasebook.wide import Wide, wide_questions

OF_ONE_SORT = {"talk", "pairs", "turns", "chain", "mill", "barn", "yard", "loft", "shed", "cabin", "studio"}
"""Parts of follow-ups or comparisons, and of what is hard for one reason."""


@pytest.fixture(scope="module")
def every() -> list[Case]:
    return [case for part in PARTS for case in cases(part)]


def test_it_is_large_and_three_tenths_of_it_are_kept_aside(every: list[Case]) -> None:
    assert len(every) >= 500
    assert sum(len(cases(part)) for part in ASIDE) >= 0.3 * len(every)


@pytest.mark.parametrize("part", [part for part in PARTS if part not in OF_ONE_SORT])
def test_each_part_mixes_languages_typos_and_what_nobody_can_answer(part: Part) -> None:
    questions = cases(part)
    styles = Counter(case.style for case in questions)
    assert styles["en"] > styles["de"] > styles["command"] > 0.1 * len(questions)
    assert sum(case.typo for case in questions) > 0.2 * len(questions)
    assert sum(not case.answerable for case in questions) > 0.2 * len(questions)


def test_every_claim_that_is_right_is_in_the_base(every: list[Case], shipped_store: Store) -> None:
    known = {claim.id for claim, _ in shipped_store.claims("approved")}
    assert {claim for case in every for group in case.right for claim in group} <= known


def test_what_can_be_answered_names_its_claims_and_nothing_else_does(every: list[Case]) -> None:
    assert [case.ask for case in every if (case.expect == "found") != bool(case.right)] == []


@pytest.mark.parametrize("part", ASIDE)
def test_no_question_kept_aside_is_asked_in_development_too(part: Part) -> None:
    developed = [_words(case) for one in DEVELOPED for case in cases(one)]
    assert nearly_asked([_words(case) for case in cases(part)], developed) == []


@pytest.fixture(scope="module")
def wide() -> tuple[Wide, ...]:
    return wide_questions()


def test_the_wide_part_asks_for_every_claim_in_both_languages(wide: tuple[Wide, ...], shipped_store: Store) -> None:
    asked = {(claim, one.language) for one in wide for claim in one.right}
    known = {claim.id for claim, _ in shipped_store.claims("approved")}
    assert asked == {(claim, language) for claim in known for language in ("en", "de")}


def test_a_quarter_of_the_wide_part_is_kept_aside(wide: tuple[Wide, ...]) -> None:
    shares = Counter((one.share, bool(one.right)) for one in wide)
    for answerable in (True, False):
        assert 0.2 < shares["aside", answerable] / (shares["aside", answerable] + shares["fitted", answerable]) < 0.3


def test_nothing_of_the_wide_part_is_asked_in_what_is_kept_aside(wide: tuple[Wide, ...]) -> None:
    aside = [case.ask for part in ASIDE for case in cases(part)]
    assert nearly_asked([one.ask for one in wide[::40]], aside) == []


@pytest.mark.parametrize(
    ("main", "right"),
    [
        (["b", "c"], True),
        (["c", "other", "a"], True),
        (["a", "b"], False),
        (["other", "a", "c"], False),
    ],
)
def test_the_first_claim_is_right_and_every_group_has_one(main: list[str], right: bool) -> None:  # noqa: FBT001
    assert represents((frozenset("ab"), frozenset("c")), main) == right


def _words(case: Case) -> str:
    return f"{case.after or ''} {case.ask}"
