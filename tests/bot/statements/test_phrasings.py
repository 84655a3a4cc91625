"""Phrasings: how people ask for a claim, and what a question has in common with them."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from bot.answer import Found
from bot.line import Line
from bot.statements.phrasings import Phrasings
from bot.statements.shipped import shipped_lines
from knowledge.store import Store
from knowledge.value import Language
from tests.bot.phrasebook import ASIDE, cases
from tests.bot.phrasebook.wide import ALIKE, wide_questions

LINES = (
    "fear | en | what are they so scared of",
    "fear | de | wovor haben die solche angst",
    "chips | en | who snaps up all the processors",
    "chips | en | stockpiling of accelerators",
)
PHRASINGS = Phrasings(LINES)


class TestLikeness:
    def test_a_question_is_most_like_the_claim_that_is_asked_for_so(self) -> None:
        assert PHRASINGS.likeness("so what are they scared of?").most(1) == ["fear"]
        assert PHRASINGS.likeness("who snaps them up").most(1) == ["chips"]

    def test_another_form_of_a_word_counts(self) -> None:
        assert PHRASINGS.likeness("stockpiled accelerator").most(1) == ["chips"]

    def test_the_words_of_a_phrasing_are_more_like_it_than_some_of_them(self) -> None:
        whole, part = (PHRASINGS.likeness(text) for text in ("stockpiling of accelerators", "stockpiling of bananas"))
        assert whole.once("chips") > part.once("chips") > 0

    def test_several_phrasings_count_more_than_one(self) -> None:
        lines = [f"often | en | who hoards chips {word}" for word in ("now", "today", "again")]
        like = Phrasings([*lines, "once | en | who hoards chips"]).likeness("who hoards chips")
        assert like.of("often") > like.of("once")
        assert like.once("often") < like.once("once")

    def test_a_claim_without_phrasings_is_like_nothing(self) -> None:
        like = PHRASINGS.likeness("what are they so scared of")
        assert not like.has("loss")
        assert like.of("loss") == like.once("loss") == 0

    @pytest.mark.parametrize("text", ["", "?!", "🤑"])
    def test_a_text_without_words_is_like_nothing(self, text: str) -> None:
        assert PHRASINGS.likeness(text).most(3) == []
        assert PHRASINGS.likeness(text).of("fear") == 0

    def test_none_at_all_is_like_nothing(self) -> None:
        assert Phrasings(()).likeness("what are they so scared of").most(3) == []

    @given(st.permutations(LINES), st.text(max_size=60))
    def test_the_order_of_lines_changes_nothing(self, lines: list[str], text: str) -> None:
        own, other = PHRASINGS.likeness(text), Phrasings(lines).likeness(text)
        assert [own.of(claim) for claim in ("fear", "chips")] == pytest.approx(
            [other.of(claim) for claim in ("fear", "chips")]
        )


class TestWords:
    def test_the_words_of_a_claim_are_told_by_language(self) -> None:
        assert "scared" in PHRASINGS.words("fear", "en")
        assert "scared" not in PHRASINGS.words("fear", "de")
        assert PHRASINGS.words("loss", "en") == ()

    def test_a_word_is_known_in_the_language_in_which_somebody_uses_it(self) -> None:
        assert PHRASINGS.uses("angst", "de")
        assert not PHRASINGS.uses("angst", "en")


class TestShipped:
    def test_each_line_is_a_claim_a_language_and_a_phrasing(self, shipped_store: Store) -> None:
        for line in shipped_lines():
            claim, language, phrasing = line.split(" | ")
            assert shipped_store.claim(claim) is not None, line
            assert language in get_args(Language), line
            assert phrasing == phrasing.strip(), line
            assert 3 < len(phrasing) <= 200, line

    def test_none_stands_twice(self) -> None:
        lines = shipped_lines()
        assert len(set(lines)) == len(lines)

    def test_none_is_nearly_a_question_that_is_kept_aside(self) -> None:
        """Else the count of these questions would tell of memory instead of understanding."""
        aside = [case.ask for part in ASIDE for case in cases(part)]
        aside += [one.ask for one in wide_questions() if one.share == "aside"]
        phrasings = {_sorted(line.split(" | ", 2)[2]) for line in shipped_lines()}
        near = process.cdist(
            list(phrasings), list(map(_sorted, aside)), scorer=fuzz.ratio, score_cutoff=ALIKE, workers=2
        )
        assert near.max() < ALIKE

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


def _sorted(text: str) -> str:
    return " ".join(sorted(text.casefold().split()))
