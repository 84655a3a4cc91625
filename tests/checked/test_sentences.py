"""The sentences that the reader was built with have their verdicts; of all, none that is false is called supported."""

import pytest

from bot.line import Line
from tests.checked.sentences import Sentence, sentences, verdict_of

DEV, ASIDE = sentences("dev"), sentences("aside")


@pytest.mark.parametrize("sentence", DEV, ids=[one.text for one in DEV])
def test_a_sentence_has_its_verdict(shipped: Line, sentence: Sentence) -> None:
    assert verdict_of(shipped, sentence) == sentence.verdict


FALSE = [one for one in (*DEV, *ASIDE) if one.verdict != "supported"]


@pytest.mark.parametrize("sentence", FALSE, ids=[one.text for one in FALSE])
def test_what_is_not_so_is_never_called_supported(shipped: Line, sentence: Sentence) -> None:
    assert verdict_of(shipped, sentence) != "supported"


def test_there_are_enough_half_of_them_german_and_a_third_kept_aside() -> None:
    both = [*DEV, *ASIDE]
    assert len(both) >= 100
    assert len(ASIDE) * 3 >= len(both)
    assert sum(one.language == "de" for one in both) * 2 >= len(both)
    assert len({one.text for one in both}) == len(both)
