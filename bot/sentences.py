"""Which of several sentences asks: what stands before and behind it is background, to which the question goes back.

"I have Cisco's worth for 2000. What was its market value in 2010?" asks for 2010, as a question after another does.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from bot.names.others import is_other_name
from bot.question import Question
from bot.words import ASKING, word_set
from knowledge.folding import folded_words

_CUT: Final = re.compile(r"(?<=[^\W\d][.!;])(?<!\b[^\W\d]\.)[\"')]*\s+(?=\S)|(?<=[\d)\"'][!;])\s+|(?<=\?)[\"')]*\s+")
"""Where a sentence ends; a point behind a number or a single letter is no such place."""

_SHORTENED: Final = re.compile(
    r"\b(?:vs|mrd|mio|bn|mn|approx|ca|bzw|inkl|incl|inc|corp|mr|mrs|ms|dr|prof|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct"
    r"|okt|nov|dec|dez|no|nr|etc|usw)\.$",
    re.IGNORECASE,
)
"""Words that end with a point inside of a sentence."""

_AUXILIARIES: Final = word_set(
    """is are was were do does did has have had will would can could should may might any isn aren wasn weren don doesn
    didn hasn haven hadn won wouldn couldn ist sind war waren hat haben hatte hatten wird werden wurde wurden kann
    können könnte könnten soll sollte sollten muss müssen darf gibt gab stimmt"""
)
"""Words with which a sentence begins that asks."""

_INTERROGATIVES: Final = ASKING | word_set(
    "which whether ob welche welcher welches welchen welchem womit wodurch woran wieviel wieviele inwiefern"
)


class Parted(NamedTuple):
    """A text in two: the sentence that asks, and all others."""

    asking: str
    background: str


def parted(text: str) -> Parted | None:
    """The one sentence of several that asks: by its mark, or, as the last, by its words, however that one ends."""
    *sentences, last = _sentences(text)
    asking = [sentence for sentence in sentences if sentence.rstrip("\"')").endswith("?")]
    asking += [last] if _asks(last) else []
    if len(asking) != 1 or not sentences:
        return None
    return Parted(asking[0], " ".join(one for one in (*sentences, last) if one is not asking[0]))


def _asks(sentence: str) -> bool:
    words = folded_words(sentence)
    return bool(words) and (words[0] in _AUXILIARIES or not _INTERROGATIVES.isdisjoint(words))


def _sentences(text: str) -> list[str]:
    ends = [cut for cut in _CUT.finditer(text) if not _SHORTENED.search(text[: cut.start()])]
    starts = [0, *(cut.end() for cut in ends)]
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def asked_among(question: Question, read: Callable[[str], Question]) -> tuple[Question, Question] | None:
    """The question of the sentence that asks, and that of its background.

    None where no single sentence asks, where it says nothing of its own, or where others name somebody unknown.
    """
    parts = parted(question.text)
    if parts is None:
        return None
    asking, background = map(read, parts)
    own = asking.names_something or asking.unnamed or asking.periods or asking.amounts
    if not own or any(map(is_other_name, background.unnamed)):
        return None
    return replace(asking, text=question.text, respelt=asking.spelt), background


def asks_for_a_figure(asking: Question) -> bool:
    """Whether a sentence asks for a figure, so that those of its background are none."""
    figure = asking.asks & {"amount", "change", "count", "percent"}
    return bool(asking.metrics or asking.periods or asking.amounts or figure)
