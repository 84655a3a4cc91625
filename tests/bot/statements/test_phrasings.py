"""Phrasings: how people ask for a claim, and what a question has in common with them."""

from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Found
from bot.line import Line
from bot.statements.phrasings import Phrasings
from bot.statements.shipped import shipped_lines, unanswered_lines
from knowledge.store import Store
from knowledge.value import Language
from tests.bot.phrasebook import ASIDE, cases
from tests.bot.phrasebook.alike import in_order, nearly_asked
from tests.bot.phrasebook.wide import wide_questions

LINES = (
    "fear | en | what are they so scared of",
    "fear | en | are they scared of missing out",
    "fear | de | wovor haben die solche angst",
    "fear | de | angst etwas zu verpassen",
    "chips | en | who snaps up all the processors",
    "chips | en | stockpiling of accelerators",
    "chips | en | who is stockpiling processors",
    "chips | de | wer hamstert prozessoren",
)
UNANSWERED = ("en | what is the weather like", "de | wie wird das wetter", "en | who likes the weather")
PHRASINGS = Phrasings(LINES, UNANSWERED)


class TestLikeness:
    def test_a_question_is_most_like_the_claim_that_is_asked_for_so(self) -> None:
        assert PHRASINGS.likeness("so what are they scared of?").most(1) == ["fear"]
        assert PHRASINGS.likeness("who stockpiles them").most(1) == ["chips"]

    def test_another_form_of_a_word_counts(self) -> None:
        assert PHRASINGS.likeness("stockpiled processor").most(1) == ["chips"]

    def test_points_are_over_nought_for_what_is_asked_for_so_and_under_it_for_others(self) -> None:
        like = PHRASINGS.likeness("they are scared")
        assert like.of("fear") > 0 > like.of("chips")
        assert like.ahead("fear") == pytest.approx(like.of("fear") - like.of("chips"))
        assert like.ahead("chips") == pytest.approx(-like.ahead("fear"))

    def test_shares_are_of_one_whole(self) -> None:
        like = PHRASINGS.likeness("they are scared of processors")
        assert like.share("fear") + like.share("chips") == pytest.approx(1)

    def test_words_that_nobody_asks_with_make_a_question_less_like_any(self) -> None:
        plain, strange = (PHRASINGS.likeness(text) for text in ("they are scared", "they are scared xylophone"))
        assert plain.of("fear") > strange.of("fear") > 0

    def test_what_is_asked_of_several_tells_less_than_what_is_asked_of_one(self) -> None:
        several = Phrasings([*LINES, "loss | en | who is losing", "loss | en | who is scared of losing"])
        assert several.likeness("who").of("chips") < several.likeness("processors").of("chips")

    def test_more_phrasings_of_another_claim_do_not_speak_against_one(self) -> None:
        more = (f"loss | en | who is losing {word}" for word in ("money", "chips", "billions", "most", "least"))
        assert Phrasings([*LINES, *more]).likeness("what are they scared of").most(1) == ["fear"]

    def test_a_claim_without_phrasings_is_like_nothing(self) -> None:
        like = PHRASINGS.likeness("what are they so scared of")
        assert not like.has("loss")
        assert like.of("loss") == like.share("loss") == 0
        assert like.ahead("loss") < 0

    def test_a_question_may_be_like_those_that_no_claim_answers(self) -> None:
        assert (
            PHRASINGS.likeness("how is the weather").unanswered > 0 > PHRASINGS.likeness("they are scared").unanswered
        )

    def test_without_such_questions_nothing_is_like_them(self) -> None:
        assert Phrasings(LINES).likeness("how is the weather").unanswered == 0

    def test_the_nearest_phrasing_is_the_nearer_the_more_of_it_is_asked(self) -> None:
        whole, part, none = (
            PHRASINGS.likeness(text) for text in ("what are they so scared of", "are they scared of bats", "bananas")
        )
        assert whole.nearest("fear") == pytest.approx(1, abs=0.3)
        assert whole.nearest("fear") > part.nearest("fear") > none.nearest("fear") == 0
        assert whole.nearest("loss") == 0

    def test_so_is_the_nearest_question_that_no_claim_answers(self) -> None:
        near, far = (PHRASINGS.likeness(text).nearest_unanswered() for text in ("is the weather nice", "processors"))
        assert near > far == 0
        assert Phrasings(LINES).likeness("the weather").nearest_unanswered() == 0

    @pytest.mark.parametrize("text", ["", "?!", "🤑"])
    def test_a_text_without_words_is_like_nothing(self, text: str) -> None:
        like = PHRASINGS.likeness(text)
        assert like.most(3) == []
        assert like.of("fear") == like.unanswered == 0

    def test_a_word_of_a_phrasing_or_two_may_be_a_slip(self) -> None:
        often = Phrasings(f"fear | en | scared of {word}" for word in ("cats", "dogs", "bats"))
        assert often.hardly_uses("cats", "en")
        assert not often.hardly_uses("scared", "en")
        assert often.hardly_uses("scared", "de")

    def test_none_at_all_is_like_nothing(self) -> None:
        like = Phrasings(()).likeness("what are they so scared of")
        assert like.most(3) == []
        assert like.ahead("fear") == 0

    @given(st.permutations(LINES), st.text(max_size=60))
    def test_the_order_of_lines_changes_nothing(self, lines: list[str], text: str) -> None:
        own, other = PHRASINGS.likeness(text), Phrasings(lines, UNANSWERED).likeness(text)
        assert [own.of(claim) for claim in ("fear", "chips")] == pytest.approx(
            [other.of(claim) for claim in ("fear", "chips")]
        )


class TestWords:
    def test_the_words_of_a_claim_are_told_by_language(self) -> None:
        assert "scared" in PHRASINGS.words("fear", "en")
        assert "scared" not in PHRASINGS.words("fear", "de")
        assert not PHRASINGS.words("loss", "en")

    def test_a_word_is_known_in_the_language_in_which_somebody_uses_it(self) -> None:
        assert PHRASINGS.uses("angst", "de")
        assert not PHRASINGS.uses("angst", "en")

    def test_a_stem_tells_more_the_fewer_claims_are_asked_for_with_it(self) -> None:
        assert PHRASINGS.rarity("processor", "en") < PHRASINGS.rarity("banana", "en")
        more = Phrasings([*LINES, "loss | en | who is losing"])
        assert more.rarity("who", "en") < more.rarity("processor", "en")

    def test_a_word_is_usual_where_several_claims_are_asked_for_with_it(self) -> None:
        lines = [f"{claim} | en | who hoards {claim}" for claim in ("chips", "fear", "loss")]
        assert set(Phrasings(lines).usual("en")) == {"who", "hoards"}


class TestShipped:
    def test_each_line_is_a_claim_a_language_and_a_phrasing(self, shipped_store: Store) -> None:
        for line in shipped_lines():
            claim, language, phrasing = line.split(" | ")
            assert shipped_store.claim(claim) is not None, line
            assert language in get_args(Language), line
            assert phrasing == phrasing.strip(), line
            assert 3 < len(phrasing) <= 200, line

    def test_each_line_of_what_no_claim_answers_is_a_language_and_a_question(self) -> None:
        for line in unanswered_lines():
            language, question = line.split(" | ")
            assert language in get_args(Language), line
            assert question == question.strip(), line
            assert 3 < len(question) <= 200, line

    @pytest.mark.parametrize("lines", [shipped_lines, unanswered_lines])
    def test_none_stands_twice(self, lines: Callable[[], list[str]]) -> None:
        assert len(set(lines())) == len(lines())

    def test_no_way_to_ask_for_a_claim_is_one_that_no_claim_answers(self) -> None:
        asked = {in_order(line.split(" | ", 2)[2]) for line in shipped_lines()}
        assert asked.isdisjoint(in_order(line.split(" | ", 1)[1]) for line in unanswered_lines())

    def test_none_is_nearly_a_question_that_is_kept_aside(self) -> None:
        """Else the count of these questions would tell of memory instead of understanding."""
        aside = [case.ask for part in ASIDE for case in cases(part)]
        aside += [one.ask for one in wide_questions() if one.share == "aside"]
        phrasings = {in_order(line.rsplit(" | ", 1)[1]) for line in (*shipped_lines(), *unanswered_lines())}
        assert nearly_asked(list(phrasings), aside) == []

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            ("are nvidia's processors easy to come by", "nvidia-chips-sought-after-and-scarce-musk-jul-2024"),
            ("wackelt nvidia inzwischen mehr als krypto", "nvidia-volatility-above-bitcoin"),
        ],
    )
    def test_a_question_in_other_words_than_the_statement_is_answered(
        self, text: str, claim: str, shipped: Line
    ) -> None:
        answer = shipped.ask(text, date(2026, 11, 21)).answer
        assert isinstance(answer, Found)
        assert claim in {one.id for one in answer.main}
