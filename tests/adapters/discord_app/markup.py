"""Discord's markup as its client and its server read it: what in a text is alive.

Stricter than Discord: a lone star or underscore counts, whether or not it finds its partner.
"""

import re

_READ_PAST_BACKSLASHES = {
    "everybody": r"@(?:everyone|here)",
    "mention": r"<@[!&]?\d+>",
    "channel": r"<\#\d+>",
    "command": r"</[^<>]+:\d+>",
    "moment": r"<t:-?\d+(?::\w)?>",
    "emoji": r"<a?:\w+:\d+>",
    "guide": r"<id:\w+(?::\d+)?>",
    "masked link": r"\]\(",
    "address": r"\b\w+:/+\S",
    "invitation": r"discord(?:app)?\.(?:gg|com|gift|new)",
}
_ESCAPABLE = {
    "style": r"[*_]|~~|\|\|",
    "code": r"`",
    "angle": r"<\S",
    "front": r"^\s*(?:#{1,3}\s|-#|>|[-+*]\s|\d+[.)]\s)",
}
_ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")


def live(text: str) -> set[str]:
    """The kinds of markup that `text` holds."""
    shown = _ESCAPED.sub("\N{OBJECT REPLACEMENT CHARACTER}", text)
    return _found(_READ_PAST_BACKSLASHES, text) | _found(_ESCAPABLE, shown)


def shown(text: str) -> str:
    """What a reader sees of a text without markup."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace("\N{ZERO WIDTH SPACE}", "")


def undecorated(content: str, links: set[str]) -> str:
    """A message's content without the large, bold, small, quoted and linked parts that the bot itself makes."""
    for link in links:
        content = content.replace(link, "")
    return "\n".join(_plain_line(line) for line in content.split("\n"))


def _plain_line(line: str) -> str:
    mark = next((one for one in ("-# ", "### ", "> ") if line.startswith(one)), "")
    bare = line.removeprefix(mark)
    masked = _ESCAPED.sub(lambda found: "\N{OBJECT REPLACEMENT CHARACTER}" * len(found[0]), bare)
    stars = [found.start() for found in re.finditer(r"\*\*", masked)]
    if len(stars) != 2 or stars[0]:
        return bare
    return bare[2 : stars[1]] + bare[stars[1] + 2 :]


def _found(kinds: dict[str, str], text: str) -> set[str]:
    return {kind for kind, form in kinds.items() if re.search(form, text, re.MULTILINE | re.IGNORECASE)}
