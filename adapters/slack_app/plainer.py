"""A message in the oldest rendering there is, for a workspace that refuses some of its blocks.

The text of a message says the whole answer, so that nothing of it is lost: as plain sections, in which nothing of it is
alive, it takes the place of all blocks but the buttons. Those are kept where Slack has said which blocks it refuses and
they are not among them.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

Json = dict[str, Any]

_REFUSED: Final = re.compile(r"/blocks/(\d+)")
_BUTTONS: Final = frozenset({"actions", "context_actions"})
_LONGEST_SECTION: Final = 3_000


def plainer(content: Json, told: str) -> Json | None:
    """`content` without blocks that Slack refuses, by what it `told` of them; None where it has none."""
    if "blocks" not in content:
        return None
    refused = refused_numbers(told)
    blocks = enumerate(content["blocks"])
    kept = [block for number, block in blocks if refused and number not in refused and block["type"] in _BUTTONS]
    return content | {"blocks": [*_sections(_unescaped(content["text"])), *kept]}


def refused_numbers(told: str) -> set[int]:
    """The places of the blocks that Slack points at, from 0."""
    return {int(number) for number in _REFUSED.findall(told)}


def _sections(text: str) -> Iterator[Json]:
    """The text as blocks, cut between lines; a line that is too long by itself is cut as well."""
    part = ""
    for line in _lines(text):
        if len(part) + len(line) > _LONGEST_SECTION:
            yield _section(part)
            part = ""
        part += line
    if part:
        yield _section(part)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        for begin in range(0, len(line), _LONGEST_SECTION):
            yield line[begin : begin + _LONGEST_SECTION]


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}}


def _unescaped(text: str) -> str:
    """What `blocks.escaped` was given."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
