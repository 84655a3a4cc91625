"""How claims are weighed: what shuts them out, what speaks for one, which are looked at and which are chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.line import Line
from bot.names import Names
from bot.names.common import is_common
from bot.question import AskedPeriod, Cue, Question
from bot.said import Weighing, weigh
from bot.statements import Statements
from bot.statements.choosing import (
    ENOUGH,
    MOST_SAID,
    NEARLY_AS_GOOD,
    OF_THE_SAME_THING,
    chance,
    chosen,
    enough,
    left_out,
    signs_of_a_best,
)
from bot.statements.circle import circle_of
from bot.statements.phrasings import Phrasings
from bot.statements.signs import signs_of_none
from bot.statements.wanted import Asking, Wanted, asking, wanted
from bot.statements.weighing import MOST, Weighed, candidates
from bot.statements.weights import CHANCE, POINTS
from knowledge.claim import Claim, Terms
from tests.bot.samples import billions, both, claim, number, year
from tests.bot.samples import line as line_of

FEAR = claim("fear", statement=both("Fear drives servers."), metric=None)
THINGS = ("walls", "towers", "bananas", "apples", "rivers", "bridges", "gardens", "letters", "horses", "clouds")
FILLING = tuple(
    claim(f"filling-{one}", statement=both(f"{one} remain {one}.", f"{one} bleiben {one}."), subject="microsoft")
    for one in THINGS
)
"""Other claims, as a base has them, so that a word of one claim is a telling one."""


def question(*words: str, **fields: Any) -> Question:
    return Question(
        text=" ".join(words), language="en", intent="unclear", not_understood=words, unnamed=words, **fields
    )


def weighing(asked: Question, *claims: Claim) -> Weighing:
    """The claims among others against a question."""
    line = line_of(*claims, *FILLING)
    return weigh(asked, line._following.current(), line.names(), line.base.evidence_of)  # noqa: SLF001


def points(asked: Question, *claims: Claim) -> list[float]:
    """The points of each claim; of one that may not answer none."""
    found = {one.claim.id: one.points for one in weighing(asked, *claims).claims}
    return [found.get(one.id, -99.0) for one in claims]


def ids(asked: Question, *claims: Claim) -> list[str]:
    return [one.claim.id for one in weighing(asked, *claims).claims if not one.claim.id.startswith("filling")]


class TestShutOut:
    """Whom, when and how much is never approximate."""

    def test_a_claim_of_another_firm_does_not_answer(self) -> None:
        assert ids(question("fear", subjects=("alphabet",)), FEAR) == []

    def test_a_figure_of_another_period_does_not_answer(self) -> None:
        this = claim("this", billions(1), statement=FEAR.statement, period=year(2024))
        asked = question("fear", periods=(AskedPeriod(year(2023)),))
        assert ids(asked, this) == []
        assert ids(replace(asked, periods=(AskedPeriod(year(2024)),)), this) == ["this"]

    def test_a_sentence_without_a_period_answers_for_the_year_in_which_it_was_told(self) -> None:
        told = line_of(FEAR).base.evidence_of({"fear"}).articles[FEAR.article].published.date
        assert ids(question("fear", periods=(AskedPeriod(year(told.year)),)), FEAR) == ["fear"]
        assert ids(question("fear", periods=(AskedPeriod(year(told.year - 4)),)), FEAR) == []
        assert ids(question("fear", periods=(AskedPeriod(year(told.year + 4)),)), FEAR) == []

    def test_how_many_is_answered_by_a_count_alone(self) -> None:
        count = claim("count", number(12, unit="count"), statement=FEAR.statement, measure="count")
        money = claim("money", billions(12), statement=FEAR.statement)
        assert ids(question("fear", asks=frozenset({"count"})), count, money, FEAR) == ["count"]

    def test_a_figure_of_another_metric_does_not_answer_for_the_one_that_is_named(self) -> None:
        figure = claim("figure", billions(1), statement=both("Fear drives servers of Meta."), metric="capex")
        asked = question("fear", subjects=("meta",), metrics=("revenue",), named_by=("revenue",))
        assert ids(asked, figure) == []
        assert ids(replace(asked, named_by=("servers",)), figure) == ["figure"]

    def test_a_view_is_told_by_whom_it_is_asked_of(self) -> None:
        asked = question("fear", subjects=("meta",), speakers=("barclays",), asks=frozenset({"view"}))
        own = FEAR.model_copy(update={"id": "own", "speaker": "barclays"})
        assert ids(asked, FEAR, own) == ["own"]


class TestPoints:
    def test_the_word_itself_speaks_for_a_claim_more_than_one_of_the_same_meaning(self) -> None:
        worry = claim("worry", statement=both("Worry drives servers."), metric=None)
        itself, meant = points(question("fear", "servers"), FEAR, worry)
        assert itself > meant > points(question("fear", "servers"), FILLING[0])[0]

    def test_a_statement_speaks_for_a_claim_more_than_its_quote(self) -> None:
        german = replace(question("angst"), language="de")
        said = claim("said", statement=both("A.", "Angst treibt Server."), metric=None)
        quoted = claim("quoted", statement=both("A.", "Sorglos treibt Server."), metric=None)
        quoted = quoted.model_copy(
            update={"context": (FEAR.receipt.model_copy(update={"text": "Angst", "start": 90}),)}
        )
        first, second = points(german, said, quoted)
        assert first > second

    def test_a_term_speaks_for_a_claim(self) -> None:
        term = claim("term", statement=both("Worms drive servers."), terms=Terms(en="fear"), metric=None)
        plain = term.model_copy(update={"id": "plain", "terms": Terms()})
        with_term, without = points(question("fear", "servers"), term, plain)
        assert with_term > without

    def test_another_form_of_a_word_speaks_for_a_claim(self) -> None:
        german = replace(question("tagesverlust"), language="de")
        compound = claim("compound", statement=both("A.", "Der Verlust treibt Server."), metric=None)
        other = claim("other", statement=both("A.", "Der Anlass treibt Server."), metric=None)
        first, second = points(german, compound, other)
        assert first > second

    def test_a_claim_on_whom_is_asked_comes_before_a_mention(self) -> None:
        mention = claim("mention", subject="microsoft", about=("meta",), statement=FEAR.statement, metric=None)
        own, mentioned = points(question("fear", subjects=("meta",)), FEAR, mention)
        assert own > mentioned

    def test_what_says_little_else_comes_first(self) -> None:
        more = "walls towers bananas apples rivers bridges gardens letters"
        wordy = claim("wordy", statement=both(f"Fear drives servers {more}."), metric=None)
        brief, long = points(question("fear", "servers"), FEAR, wordy)
        assert brief > long

    def test_a_reason_is_a_sentence_rather_than_a_figure(self) -> None:
        figure = claim("figure", billions(1), statement=FEAR.statement)
        sentence, with_figure = points(question("fear", asks=frozenset({"reason"})), FEAR, figure)
        assert sentence > with_figure

    def test_a_growth_is_a_change_rather_than_a_level(self) -> None:
        level = claim("level", billions(1), statement=FEAR.statement)
        change = claim("change", number(5, unit="percent"), measure="change", statement=FEAR.statement)
        first, second = points(question("fear", asks=frozenset({"change"})), change, level)
        assert first > second

    def test_of_equal_ones_the_first_by_id_comes_first(self) -> None:
        again = FEAR.model_copy(update={"id": "again"})
        assert ids(question("fear", "servers"), FEAR, again) == ["again", "fear"]


class TestWords:
    @pytest.mark.parametrize("word", ["samsung", "quxly's", "x2y", "n"])
    def test_a_name_that_no_claim_says_leaves_nothing_to_weigh(self, word: str) -> None:
        assert weighing(question("fear", word), FEAR).asking is None

    def test_a_word_that_nothing_knows_is_strange_and_weighs_something(self) -> None:
        words = wanted(question("fear", "quxly"), Statements(), is_common)
        assert words is not None
        assert [(word.word, word.strange) for word in words] == [("fear", False), ("quxly", True)]
        assert words[1].weight > 0

    def test_a_common_word_that_no_claim_says_weighs_something(self) -> None:
        words = wanted(question("fear", "banana"), Statements(), is_common)
        assert words is not None
        assert min(word.weight for word in words) > 0

    def test_words_are_kept_as_they_were_typed(self) -> None:
        asked = Question(text="", language="en", intent="unclear", not_understood=("FEAR",), unnamed=("fear",))
        words = wanted(asked, Statements(), is_common)
        assert words is not None
        assert [word.word for word in words] == ["FEAR"]

    def test_what_a_claim_neither_says_nor_means_is_left_out(self) -> None:
        line = line_of(FEAR, *FILLING)
        statements = line._following.current()  # noqa: SLF001
        asked = question("fear", "worry", "bananas")
        words = wanted(asked, statements, is_common)
        assert words is not None
        assert left_out(asking(asked, words, statements), statements.held("fear", "en")) == ("bananas",)


class TestCandidates:
    def test_no_more_claims_are_looked_at_than_there_is_time_for(self) -> None:
        many = [claim(f"claim-{place}", statement=both(f"Fear number {place}.")) for place in range(MOST + 50)]
        line = line_of(*many)
        asked = question("fear")
        found = candidates(asked, _asking(asked, line), circle_of(asked, line.names()), line._following.current())  # noqa: SLF001
        assert len(found) == MOST

    @given(st.permutations([FEAR, *FILLING]))
    def test_the_order_in_which_claims_came_changes_nothing(self, claims: Sequence[Claim]) -> None:
        asked = question("fear", "rivers", subjects=("meta",))
        assert ids(asked, *claims) == ids(asked, FEAR, *FILLING)


def _asking(asked: Question, line: Any) -> Asking:
    statements = line._following.current()  # noqa: SLF001
    words = wanted(asked, statements, is_common)
    assert words is not None
    return asking(asked, words, statements)


NOTHING = Asking((), (), (), (), (), frozenset(), frozenset(), frozenset(), None, Phrasings(()).likeness(""))
ASKED = question("fear", subjects=("meta",))


def scored(key: str, of: float, **fields: Any) -> Weighed:
    """A claim with so many points, and signs with which it is surely right."""
    return Weighed(claim(key, **fields), of, {"covered": 50.0, "own": 1.0}, phrased=False)


class TestChosen:
    def test_what_is_unlikely_to_be_right_is_not_chosen(self) -> None:
        unlikely = Weighed(claim("one"), 0.0, {"names missing": 2.0, "other period": 5.0}, phrased=False)
        assert chance([unlikely], ASKED, NOTHING) < ENOUGH
        assert chosen([unlikely], ASKED, NOTHING) == []

    def test_a_question_that_names_nothing_needs_to_be_surer_and_the_very_amount_less(self) -> None:
        amount = replace(ASKED, amounts=(billions(7),))
        assert enough((), question("fear"), NOTHING) > enough((), ASKED, NOTHING) > enough((), amount, NOTHING)

    def test_beside_a_word_that_nothing_knows_it_needs_to_be_surer(self) -> None:
        strange = Wanted("glorbnack", 4.0, "glorbnack", frozenset({"glorbnack"}), "glorbnack", strange=True)
        assert enough((), ASKED, NOTHING._replace(content=(strange,))) > enough((), ASKED, NOTHING)

    def test_a_figure_of_another_metric_needs_to_be_surer(self) -> None:
        other = Weighed(claim("one"), 0.0, {"instead": 1.0}, phrased=True)
        assert enough([other], ASKED, NOTHING) > enough((), ASKED, NOTHING)

    @pytest.mark.parametrize(("asks", "first"), [(frozenset(), "level"), (frozenset({"change"}), "change")])
    def test_a_level_comes_before_the_change_of_the_same_thing_unless_that_is_asked(
        self, asks: frozenset[Cue], first: str
    ) -> None:
        change = scored(
            "change", 10, amount=number(5, unit="percent"), measure="change", period=year(2024), metric="capex"
        )
        level = scored("level", 9, amount=billions(5), measure="level", period=year(2024), metric="capex")
        other = scored("other", 9.5, amount=billions(5), measure="level", period=year(2023), metric="capex")
        found = chosen([change, other, level], replace(ASKED, asks=asks), NOTHING)
        assert found[0].id == first

    def test_a_level_comes_before_words_where_an_amount_is_asked_for_from_however_far_behind(self) -> None:
        words = scored("words", 10, period=year(2024), metric="capex")
        level = scored("level", 2, amount=billions(5), measure="level", period=year(2024), metric="capex")
        asked = replace(ASKED, asks=frozenset({"amount"}))
        assert [one.id for one in chosen([words, level], asked, NOTHING)] == ["level", "words"]
        assert [one.id for one in chosen([words, level], ASKED, NOTHING)] == ["words"]

    def test_another_figure_of_the_same_thing_stands_beside_it_from_farther_behind(self) -> None:
        low = scored("low", 10, amount=billions(11), measure="level", period=year(2026), metric="loss")
        high = scored(
            "high", 10 - OF_THE_SAME_THING, amount=billions(14), measure="level", period=year(2026), metric="loss"
        )
        other = scored("other", 8, amount=billions(14), measure="level", period=year(2025), metric="loss")
        assert [one.id for one in chosen([low, other, high], ASKED, NOTHING)] == ["low", "high"]

    def test_words_need_to_be_surer_where_an_amount_is_asked_for(self) -> None:
        asked = replace(ASKED, asks=frozenset({"amount"}))
        figure = scored("figure", 5, amount=billions(5))
        assert enough([scored("words", 5)], asked, NOTHING) > enough([figure], asked, NOTHING)

    def test_nothing_is_chosen_of_nothing(self) -> None:
        assert chosen([], ASKED, NOTHING) == []

    def test_the_best_comes_first_and_what_is_nearly_as_good_beside_it(self) -> None:
        near = scored("two", 10 - NEARLY_AS_GOOD)
        far = scored("three", 10 - NEARLY_AS_GOOD - 0.1)
        assert [one.id for one in chosen([scored("one", 10), near, far], ASKED, NOTHING)] == ["one", "two"]

    def test_of_each_who_is_asked_about_the_best_is_chosen(self) -> None:
        asked = question("fear", subjects=("meta", "alphabet"))
        other = scored("other", 1, subject="alphabet")
        assert [one.id for one in chosen([scored("one", 10), other], asked, NOTHING)] == ["one", "other"]

    def test_no_more_are_chosen_than_anyone_reads(self) -> None:
        many = [scored(f"claim-{place}", 10) for place in range(MOST_SAID + 5)]
        assert len(chosen(many, ASKED, NOTHING)) == MOST_SAID

    def test_a_lead_is_over_no_less_than_nothing_has(self) -> None:
        """One claim alone is no surer than one among claims that have nothing to do with the question."""
        alone = chance([scored("one", 3)], ASKED, NOTHING)
        least = sum(POINTS[False].get(name, 0) * value for name, value in signs_of_none(ASKED, NOTHING).items())
        others = [Weighed(claim(f"far-{place}"), least - 5, {}, phrased=False) for place in range(12)]
        assert chance([scored("one", 3), *others], ASKED, NOTHING) == pytest.approx(alone)


class TestCircle:
    def test_a_group_stands_near_its_members_and_a_person_near_the_firm(self, shipped_names: Names) -> None:
        assert {"big-four", "mark-zuckerberg"} <= shipped_names.kin_of("meta")
        assert "meta" in shipped_names.kin_of("mark-zuckerberg")
        assert "meta" in shipped_names.kin_of("big-four")

    def test_a_firm_binds_and_a_group_does_not(self, shipped_names: Names) -> None:
        assert "meta" in circle_of(question(subjects=("meta",)), shipped_names).bound[0]
        assert circle_of(question(subjects=("big-tech",)), shipped_names).bound == ()

    def test_of_two_side_by_side_one_binds_and_of_one_on_the_other_both(self, shipped_names: Names) -> None:
        beside = circle_of(question(subjects=("meta", "nvidia")), shipped_names)
        related = circle_of(question(subjects=("meta", "nvidia"), asks=frozenset({"view"})), shipped_names)
        assert beside.holds(claim("one", subject="nvidia"))
        assert not related.holds(claim("one", subject="nvidia"))
        assert related.holds(claim("one", subject="nvidia", about=("meta",)))

    def test_a_claim_of_a_group_answers_for_its_member(self, shipped_names: Names) -> None:
        circle = circle_of(question(subjects=("meta",)), shipped_names)
        assert circle.holds(claim("group", subject="big-four"))
        assert not circle.holds(claim("other", subject="nvidia"))
        assert circle.count_near(claim("group", subject="big-four")) == 1


def test_every_weight_is_of_a_sign_that_there_is(shipped: Line) -> None:
    """A sign that was renamed would weigh nothing."""
    seen: set[str] = {"always"}
    for text in SEEN:
        asked = shipped.ask(text, date(2026, 11, 21))
        found = shipped.weighing(asked.question)
        assert found.asking is not None
        for one in found.claims:
            seen |= one.signs.keys()
        seen |= signs_of_none(asked.question, found.asking).keys()
        if found.claims:
            seen |= signs_of_a_best(found.claims, asked.question, found.asking).keys()
    for weights in (*POINTS.values(), *CHANCE.values()):
        assert weights.keys() - seen == set()


SEEN = (
    "how much of the worlds model training business belongs to nvidia",
    "who says that chips will still be useful even if the boom ends",
    "why does Meta pour so much money into AI infrastructure, according to Zuckerberg",
    "how strongly did Amazon's capex rise in the first half of 2024 in percent",
    "how much does OpenAI lose for each dollar that it earns",
    "what does Barclays expect for AI spending of big tech in 2026",
    "is it a bubble, and what happens to venture capital when it bursts",
    "how far did Nvidia's shares fall in July 2024",
    "how many jobs will AI automate until 2033",
    "where do the 167 billion dollars come from",
    "what did meta plan to spend by 2025 on fear and servers",
    "how does DeepSeek R1 threaten OpenAI and its largest products",
    "what does Google's spending have to do with Nvidia",
    "which orchestra plays for Stargate",
    "in 2024, who earned most from selling shovels in the gold rush",
)
