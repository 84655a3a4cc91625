"""What of a message is checked: its lines as one text, as far as a question may be long. Pure.

A message that is longer is checked from the sentence before its first figure on, whole sentences only; that the rest
was not looked at is for the caller to tell.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, get_args

from bot.cleaning import LONGEST_QUESTION, clean
from bot.letters import lettered
from bot.verbs.grammar import verb_word
from knowledge.proposing.sentences import sentences
from knowledge.reading.amounts import read_amounts
from knowledge.value import Language

_VERB: Final = verb_word("check", "en")
_ROOM: Final = LONGEST_QUESTION - len(_VERB) - 1
_BULLET: Final = re.compile(r"^\s*(?:[-*•>]\s+)+")
_ENDED: Final = tuple(".!?…:;,")


class Passage(NamedTuple):
    """The words that are checked, and whether they are the whole message."""

    text: str
    is_whole: bool


def passage_of(message: str) -> Passage:
    """What is checked of a message."""
    text = " ".join(_ended(line) for line in message.splitlines() if line.strip())
    if _fits(text):
        return Passage(text, is_whole=True)
    parts = [one.text for one in sentences(text)]
    figures = [place for place, part in enumerate(parts) if _has_figure(part)]
    begins = (begin for place in figures for begin in (max(0, place - 1), place))
    return Passage(next(filter(None, (_as_many_as_fit(parts[begin:]) for begin in begins)), ""), is_whole=False)


def asked_of(passage: Passage) -> str:
    """The check as somebody would have typed it."""
    return f"{_VERB} {passage.text}"


def _ended(line: str) -> str:
    """A line of its own as a sentence of its own, without what marks it as one of a list."""
    words = _BULLET.sub("", line).strip()
    return words if words.endswith(_ENDED) else f"{words}."


def _as_many_as_fit(parts: Sequence[str]) -> str:
    """The first sentences that fit together with a figure among them; empty where they do not."""
    most = next((count for count in range(len(parts), 0, -1) if _fits(" ".join(parts[:count]))), 0)
    text = " ".join(parts[:most])
    return text if _has_figure(text) else ""


def _fits(text: str) -> bool:
    return len(clean(text)) <= _ROOM


def _has_figure(text: str) -> bool:
    return any(read_amounts(lettered(text, language), language) for language in get_args(Language))
