"""Inbound text made plain: one line of ordinary characters, whatever a platform or a person sent.

Text from outside is data. Control characters, bidirectional marks and invisible characters have no say in what a
question means, so they are gone before anything reads it.
"""

import re
import unicodedata

LONGEST_QUESTION = 500
"""Characters; longer text is refused with a sentence instead of being half read."""

_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_COMMAND = re.compile(r"^/capex\b\s*", re.IGNORECASE)
_NO_BREAK = "\N{NO-BREAK SPACE}"
is_plain = re.compile(r"[ -~\xa0-\xac\xae-ʯΑ-ώ–-„†•…€←-⇿−≈≠≤≥]*").fullmatch
"""Whether a text is made of signs that anybody sees, as far as that is told quickly: nearly all texts are."""

_INVISIBLE = {"Cf", "Cs", "Co", "Cn"}
_BREAKING = {"Cc", "Zl", "Zp", "Zs"}


def clean(text: str) -> str:
    """`text` in NFKC on one line, without control and invisible characters, quotes straight, `/capex` removed.

    Only as much is looked at as is needed to know that a text is too long.
    """
    visible = text[: LONGEST_QUESTION * 4]
    if not (visible.isascii() and visible.isprintable()):  # of those signs nothing is invisible or written otherwise
        visible = "".join(_visible(character) for character in unicodedata.normalize("NFKC", visible))
    return _COMMAND.sub("", " ".join(visible.translate(_QUOTES).split())).rstrip(" :;,")


def plain(text: str) -> str:
    """`text` without invisible characters and with each control character and line break as a space."""
    if is_plain(text):
        return text
    return "".join(character if character == _NO_BREAK else _visible(character) for character in text)


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return ""
    return " " if category in _BREAKING else character
