r"""Text that is only text on Discord: it cannot format, link, ping, or end what stands around it.

A backslash before a sign makes it plain and is itself not shown. Where Discord reads past backslashes (mentions on the
server, masked links whose text holds one) the backslash stands inside the construct and breaks it. Invariants: the text
reads as before, it stays on one line, and pieces joined by a space or more are as inert as each alone.
"""

import re

_LINE_BREAKS = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_FRONT = re.compile(r"^\s*(?:(?P<digits>\d+)(?=[.)](?:\s|$))|(?=\#|>|[-+](?:\#|\s|$)))")
_SIGNS = re.compile(
    r"""
      [\\*_~`|<]                                  # escapes, styles, code, spoilers, everything in angle brackets
    | (?<=<)[@\#/]                                # … and the inside of these
    | (?<=<):  |  (?<=<a):  |  (?<=<t):  |  (?<=<id):
    | :(?=/)                                      # addresses
    | (?<=discord)\.(?=gg|com|gift|new)  |  (?<=discordapp)\.(?=com)
    | \[(?!\d{1,4}\](?!\())                       # links; the number of a source stays as it is
    | (?<=\])\(
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_BE_ALIVE = re.compile(r"[\\*_~`|<@\[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]|:/|\](?=\()|discord", re.IGNORECASE)
"""What every text has in which something inside the line would be replaced: most texts have none of it."""

_EVERYONE = re.compile(r"@(?=everyone|here)")
_NOTHING = "\N{ZERO WIDTH SPACE}"


def escape(text: str) -> str:
    """`text`, on one line, so that Discord shows it as it is."""
    if not _MAY_BE_ALIVE.search(text):
        return _front(text)
    line = _LINE_BREAKS.sub(" ", text)
    plain = _SIGNS.sub(lambda sign: "\\" + sign[0], line)
    return _front(_EVERYONE.sub("@" + _NOTHING, plain))


def _front(text: str) -> str:
    """Headings, lists, quotes and small print begin a line; so may this text."""
    found = _FRONT.match(text)
    return f"{text[: found.end()]}\\{text[found.end() :]}" if found else text
