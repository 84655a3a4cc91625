"""What a person wrote on Discord, as the plain text that the bot reads.

The wire carries references as `<@123>`. People, roles and emoji only say whom a text is for or how it is meant, so they
go; a channel, a command and a moment are words of the sentence, so their name or day stays: to drop a day would answer
another question than the one that was asked.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

_REFERENCE = re.compile(
    r"""<(?:
        @[!&]?\d+                                  # a person, a role
      | a?:\w+:\d+                                 # an emoji
      | id:\w+(?::\d+)?                            # a page of the server's guide
      | \#(?P<channel>\d+)
      | /(?P<command>[^:<>]+):\d+
      | t:(?P<moment>-?\d{1,12})(?::[A-Za-z])?
    )>""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"https?://[^\s<>|]+", re.IGNORECASE)
_AFTER = ".,;:!?'\"*_~"
"""Signs that end a sentence or its markup, and no address."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def plain_question(content: str, channels: Mapping[int, str] | None = None) -> str:
    """`content` without references; `channels` has the names of those it may name."""
    if "<" not in content:  # most texts
        return " ".join(content.split())
    known = channels or {}
    return " ".join(_REFERENCE.sub(lambda found: f" {_words(found, known)} ", content).split())


def first_address(content: str) -> str:
    """The first address in a message, without what closes the sentence or the link around it; empty without one."""
    found = _ADDRESS.search(content)
    if found is None:
        return ""
    address = found[0].rstrip(_AFTER)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_AFTER)
    return address


def _words(found: re.Match[str], channels: Mapping[int, str]) -> str:
    if found["channel"]:
        return channels.get(int(found["channel"]), "")
    if found["command"]:
        return f"/{found['command']}"
    return _day(int(found["moment"])) if found["moment"] else ""


def _day(seconds: int) -> str:
    try:
        return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()
    except OverflowError:
        return ""
