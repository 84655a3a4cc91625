"""A quote where it stands: a few words of the article before and after it, never more than a reply may show.

What the base keeps no text of has no surroundings but the context that its claim names.
"""

import re
from typing import Final, NamedTuple

from knowledge.claim import Claim

_EACH_SIDE: Final = 200
"""Characters before and after; both together are what a reply may show of an article beside a quote."""
_BREAK: Final = re.compile(r"\n\s*\n")


class Surroundings(NamedTuple):
    """The article's words before a quote, the quote, and those after it, each on one line."""

    before: str
    quote: str
    after: str


def surroundings(claim: Claim, text: str | None) -> Surroundings:
    """The claim's quote in its paragraph, as far as that is near."""
    quote = claim.quote
    if quote is None:
        return Surroundings("", "", "")
    if text is None:
        return Surroundings(" … ".join(passage.text for passage in claim.context), quote.text, "")
    before = _BREAK.split(text[: quote.start])[-1]
    after = _BREAK.split(text[quote.end :])[0]
    return Surroundings(_end_of(before), _line(quote.text), _beginning_of(after))


def _end_of(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _EACH_SIDE else f"…{line[-_EACH_SIDE:].partition(' ')[2]}"


def _beginning_of(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _EACH_SIDE else f"{line[:_EACH_SIDE].rpartition(' ')[0]}…"


def _line(text: str) -> str:
    return " ".join(text.split())
