"""How claims are weighed against a question: what counts, what shuts out, and that looking at fewer loses nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.common import is_common
from bot.question import Question
from bot.statements import Statements
from bot.statements.choosing import (
    ENOUGH,
    ENOUGH_UNNAMED,
    HALF,
    MOST_SAID,
    NEARLY_AS_GOOD,
    SEVERAL,
    candidates,
    chosen,
    is_enough,
    left_out,
)
from bot.statements.wanted import Wanted, hints_of, wanted
from bot.statements.weighing import Weighed, weighed
from knowledge.claim import Claim, Terms
from tests.bot.samples import billions, both, claim, number

FEAR = claim("fear", statement=both("Fear drives servers."))


def asking(*words: str, **fields: Any) -> Question:
    return Question(
        text=" ".join(words), language="en", intent="unclear", not_understood=words, unnamed=words, **fields
    )


def index(*claims: Claim) -> Statements:
    statements = Statements()
    for one in claims:
        statements.put(one)
    return statements


def score(one: Claim, question: Question, *others: Claim) -> Weighed:
    """`one` among `others` against a question."""
    statements = index(one, *others)
    words = wanted(question, statements, is_common)
    assert words is not None
    return weighed(one, question, words, statements.held(one.id, "en"), hints_of(question, words, statements))


def test_a_claim_that_says_every_word_accounts_for_the_whole_question() -> None:
    assert score(FEAR, asking("fear", "servers")).part == 1


def test_a_claim_that_says_no_word_accounts_for_nothing() -> None:
    assert score(claim("other"), asking("fear", "servers"), FEAR).part == 0


def test_a_name_does_not_make_up_for_words_that_a_claim_does_not_say() -> None:
    assert score(claim("other"), asking("fear", subjects=("meta",)), FEAR).part == 0


def test_a_claim_of_somebody_else_accounts_for_nothing() -> None:
    assert score(FEAR, asking("fear", subjects=("microsoft",))).part == 0


def test_an_own_claim_counts_for_more_than_a_mention() -> None:
    mention = claim("mention", subject="microsoft", about=("meta",), statement=FEAR.statement)
    question = asking("fear", subjects=("meta",))
    assert score(FEAR, question, mention).part > score(mention, question, FEAR).part > 0


def test_a_word_of_the_same_meaning_counts_but_less_than_the_word_itself() -> None:
    worry = claim("worry", statement=both("Worry drives servers."))
    question = asking("fear", "servers")
    assert 0 < score(worry, question, FEAR).part < score(FEAR, question, worry).part


def test_a_term_of_a_claim_counts_but_less_than_what_it_says() -> None:
    term = claim("term", statement=both("Servers."), terms=Terms(en="fear"))
    question = asking("fear", "servers")
    assert 0.9 < score(term, question, FEAR).part < score(FEAR, question, term).part


def test_a_metric_that_a_claim_is_not_on_and_does_not_say_is_not_made_up_for() -> None:
    assert score(FEAR, asking("fear", subjects=("meta",), metrics=("loss",), named_by=("loss",))).part == 0


def test_a_metric_that_a_claim_says_counts_though_it_is_on_another() -> None:
    assert score(FEAR, asking("fear", subjects=("meta",), metrics=("loss",), named_by=("servers",))).part > ENOUGH


def test_what_says_little_else_counts_for_more() -> None:
    wordy = claim("wordy", statement=both("Fear drives servers " + " ".join(f"word{n}" for n in range(40)) + "."))
    question = asking("fear", "servers")
    assert score(FEAR, question, wordy).points > score(wordy, question, FEAR).points


def test_a_reason_is_a_sentence_rather_than_a_figure() -> None:
    figure = claim("figure", billions(1), statement=FEAR.statement)
    question = asking("fear", asks=frozenset({"reason"}))
    assert score(FEAR, question, figure).points > score(figure, question, FEAR).points


def test_a_growth_is_a_change_rather_than_a_level() -> None:
    level = claim("level", billions(1), statement=FEAR.statement)
    change = claim("change", number(5, unit="percent"), measure="change", statement=FEAR.statement)
    question = asking("fear", asks=frozenset({"change"}))
    assert score(change, question, level).points > score(level, question, change).points


@pytest.mark.parametrize("word", ["quxly", "xyzzyx"])
def test_a_word_that_nothing_knows_leaves_nothing_to_weigh(word: str) -> None:
    assert wanted(asking("fear", word), index(FEAR), is_common) is None


def test_a_common_word_that_no_claim_says_weighs_something() -> None:
    words = wanted(asking("fear", "banana"), index(FEAR), is_common)
    assert words is not None
    assert min(word.weight for word in words) > 0


def test_words_are_kept_as_they_were_typed() -> None:
    question = Question(text="", language="en", intent="unclear", not_understood=("FEAR",), unnamed=("fear",))
    words = wanted(question, index(FEAR), is_common)
    assert words is not None
    assert [word.word for word in words] == ["FEAR"]


def test_what_a_claim_neither_says_nor_means_is_left_out() -> None:
    statements = index(FEAR, claim("other", statement=both("Bananas.")))
    words = wanted(asking("fear", "worry", "bananas"), statements, is_common)
    assert words is not None
    assert left_out(words, statements.held("fear", "en")) == ("bananas",)


NAMED = asking("fear", subjects=("meta",))


def part(key: str, share: float, points: float, words: int = 1, **fields: Any) -> Weighed:
    return Weighed(claim(key, **fields), share, points, words=words)


def ids(weighed: list[Weighed], question: Question = NAMED) -> list[str]:
    return [one.id for one in chosen(weighed, question)]


class TestChosen:
    def test_what_accounts_for_too_little_is_not_chosen(self) -> None:
        assert ids([part("one", ENOUGH - 0.01, 99), part("two", 0, 99)]) == []

    def test_a_question_that_names_nobody_needs_more(self) -> None:
        assert ids([part("one", ENOUGH, 99)]) == ["one"]
        assert ids([part("one", ENOUGH_UNNAMED - 0.01, 99)], asking("fear")) == []

    def test_half_of_it_is_enough_where_several_words_meet(self) -> None:
        assert ids([part("one", HALF, 9, SEVERAL), part("two", HALF, 9, SEVERAL - 1)]) == ["one"]

    def test_less_than_half_is_never_enough(self) -> None:
        assert ids([part("one", HALF - 0.01, 9, 9)]) == []

    def test_the_best_comes_first(self) -> None:
        assert ids([part("one", 1, 9), part("two", 1, 10)]) == ["two", "one"]

    def test_of_equal_ones_the_first_comes_first(self) -> None:
        assert ids([part("b", 1, 10.001), part("a", 1, 10.002)]) == ["b", "a"]

    def test_what_is_far_from_the_best_is_not_chosen(self) -> None:
        assert ids([part("one", 1, 10), part("two", 1, 10 * NEARLY_AS_GOOD - 0.1)]) == ["one"]

    def test_what_says_none_of_the_words_does_not_stand_beside_what_says_some(self) -> None:
        assert ids([part("one", 1, 10), part("two", 1, 10, 0)]) == ["one"]

    def test_of_each_who_is_asked_about_the_best_is_chosen(self) -> None:
        other = part("other", 1, 5, subject="alphabet")
        assert ids([part("one", 1, 10), other], asking("fear", subjects=("meta", "alphabet"))) == ["one", "other"]

    def test_no_more_are_chosen_than_anyone_reads(self) -> None:
        assert len(chosen([part(f"claim-{place}", 1, 10) for place in range(MOST_SAID + 5)], NAMED)) == MOST_SAID


POOL = ("fear", "worry", "servers", "chips", "processors", "banana", "walls", "towers", "money")
texts = st.lists(st.sampled_from(POOL), max_size=5, unique=True).map(" ".join)
bases = st.lists(texts, min_size=1, max_size=12).map(
    lambda texts: [claim(f"claim-{place}", statement=both(f"{text}.")) for place, text in enumerate(texts)]
)


@given(
    claims=bases,
    typed=st.lists(st.sampled_from(POOL), min_size=1, max_size=5),
    metrics=st.sampled_from([(), ("capex",), ("loss",)]),
    topics=st.sampled_from([(), ("bubble",)]),
)
def test_looking_at_candidates_alone_loses_no_claim_that_would_answer(
    claims: list[Claim], typed: list[str], metrics: tuple[str, ...], topics: tuple[str, ...]
) -> None:
    question = asking(*typed, metrics=metrics, topics=topics)
    statements = index(*claims)
    words: list[Wanted] | None = wanted(question, statements, is_common)
    assert words is not None
    looked_at = candidates(words, question, statements)
    for one in claims:
        hints = hints_of(question, words, statements)
        if is_enough(weighed(one, question, words, statements.held(one.id, "en"), hints), question):
            assert one.id in looked_at


@given(claims=bases, typed=st.lists(st.sampled_from(POOL), min_size=1, max_size=5))
def test_the_part_of_a_question_is_a_part(claims: list[Claim], typed: list[str]) -> None:
    for one in claims:
        others = [other for other in claims if other.id != one.id]
        assert 0 <= score(one, asking(*typed, subjects=("meta",), metrics=("capex",)), *others).part <= 1
