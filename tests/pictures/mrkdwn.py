"""Slack's markup as HTML: bold, italic, struck, code, quotes, links and mentions.

Slack escapes `& < >` only; whatever else stands in angle brackets is a code. All text ends up escaped for HTML.
"""

import re
from itertools import groupby
from typing import Final

from tests.pictures.forms import element, plain

_FENCE: Final = re.compile(r"```(.+?)```", re.DOTALL)
_QUOTED: Final = re.compile(r"(?:&gt;|>) ?")
_MARK: Final = re.compile(
    r"""
      `(?P<code>[^`\n]+)`
    | <(?P<target>[^<>|]+)(?:\|(?P<label>[^<>]*))?>
    | (?<!\w)\*(?P<b>[^\s*](?:[^*\n]*[^\s*])?)\*(?!\w)
    | (?<!\w)_(?P<i>[^\s_](?:[^_\n]*[^\s_])?)_(?!\w)
    | (?<!\w)~(?P<s>[^\s~](?:[^~\n]*[^\s~])?)~(?!\w)
    """,
    re.VERBOSE,
)
_SIGNS: Final = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def mrkdwn_html(text: str) -> str:
    """A text in Slack's markup as HTML."""
    pieces = _FENCE.split(text)
    return "".join(
        element("pre", _plain(one.strip("\n"))) if odd % 2 else _lines(one) for odd, one in enumerate(pieces)
    )


def _lines(text: str) -> str:
    groups = groupby(text.split("\n"), key=lambda line: bool(_QUOTED.match(line)))
    return "".join(_group(list(lines), quoted=quoted) for quoted, lines in groups)


def _group(lines: list[str], *, quoted: bool) -> str:
    if quoted:
        return element("blockquote", _inline("\n".join(_QUOTED.sub("", line, count=1) for line in lines)))
    return element("div", _inline("\n".join(lines))) if any(lines) else ""


def _inline(text: str) -> str:
    html, at = "", 0
    for found in _MARK.finditer(text):
        html += _plain(text[at : found.start()]) + _marked(found)
        at = found.end()
    return html + _plain(text[at:])


def _marked(found: re.Match[str]) -> str:
    target, label = found["target"], found["label"]
    if target and target[0] in "@#!":
        return element("span", _plain(label or target), "mention")
    if target:
        return element("a", _plain(label or target), href=_unescaped(target))
    if found["code"]:
        return element("code", _plain(found["code"]))
    tag = str(found.lastgroup)
    return element(tag, _inline(found[tag]))


def _plain(text: str) -> str:
    return plain(_unescaped(text))


def _unescaped(text: str) -> str:
    return re.sub("&(?:lt|gt|amp);", lambda sign: _SIGNS[sign[0]], text)
