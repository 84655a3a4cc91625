r"""Discord's markup as HTML: headings, small print, quotes, lists, styles, code and links.

A backslash before a sign makes it plain and is not shown. All text ends up escaped for HTML.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from tests.pictures.forms import element, plain

_LINE: Final = re.compile(
    r"(?P<small>-# )|(?P<h3>### )|(?P<h2>## )|(?P<h1># )|(?P<quote>> )|(?P<bullet>\s*[-*] )|(?P<number>\s*\d+\. )"
)
_ANY: Final = r"(?:\\.|(?!{0}).)+?"
_MARK: Final = re.compile(
    r"\\(?P<escaped>[^0-9A-Za-z\s])"
    r"|`(?P<code>[^`]+)`"
    r"|\[(?P<label>(?:\\.|[^\]])+)\]\(<?(?P<target>https?://[^\s<>)]+)>?\)"
    r"|<?(?P<address>https?://[^\s<>]+)>?"
    r"|(?P<mention><(?:[@#][!&]?|/[^<>:]+:|a?:\w+:|t:-?)\d+(?::\w)?>)"
    + "".join(
        rf"|{mark}(?P<{name}>{_ANY.format(mark)}){mark}"
        for name, mark in (
            ("bold", r"\*\*"),
            ("underlined", "__"),
            ("struck", "~~"),
            ("spoiler", r"\|\|"),
            ("italic", r"\*"),
            ("slanted", "_"),
        )
    ),
    re.DOTALL,
)
_FENCE: Final = re.compile(r"```(?:\w+\n)?(.+?)```", re.DOTALL)


def markdown_html(text: str) -> str:
    """A text in Discord's markup as HTML."""
    pieces = _FENCE.split(text)
    return "".join(element("pre", plain(one.strip("\n"))) if odd % 2 else _lines(one) for odd, one in enumerate(pieces))


def _lines(text: str) -> str:
    if not text.strip("\n"):
        return ""
    lines = [(found.lastgroup if (found := _LINE.match(line)) else None, line) for line in text.strip("\n").split("\n")]
    return "".join(_group(kind, [line for _, line in several]) for kind, several in groupby(lines, lambda one: one[0]))


def _group(kind: str | None, lines: list[str]) -> str:
    if kind is None:
        return element("div", "<br>".join(map(_inline, lines)) or "<br>")
    inside = [_inline(_LINE.sub("", line, count=1)) for line in lines]
    if kind == "quote":
        return element("blockquote", "<br>".join(inside))
    if kind in {"bullet", "number"}:
        return element("ul" if kind == "bullet" else "ol", "".join(element("li", one) for one in inside))
    tag = "small" if kind == "small" else kind
    return "".join(element(tag, one) for one in inside)


def _inline(text: str) -> str:
    return "".join(_parts(text))


def _parts(text: str) -> Iterator[str]:
    at = 0
    for found in _MARK.finditer(text):
        yield plain(text[at : found.start()])
        yield _marked(found)
        at = found.end()
    yield plain(text[at:])


def _marked(found: re.Match[str]) -> str:
    if found["label"]:
        return element("a", _inline(found["label"]), href=found["target"])
    if found["address"]:
        return element("a", plain(found["address"]), href=found["address"])
    name = str(found.lastgroup)
    return _MARKED[name](found[name])


def _tagged(tag: str, style: str = "") -> Callable[[str], str]:
    return lambda inside: element(tag, _inline(inside), style)


_MARKED: Final[dict[str, Callable[[str], str]]] = {
    "escaped": plain,
    "code": lambda code: element("code", plain(code)),
    "mention": lambda code: element("span", plain(code), "mention"),
    "bold": _tagged("b"),
    "underlined": _tagged("u"),
    "struck": _tagged("s"),
    "spoiler": _tagged("span", "spoiler"),
    "italic": _tagged("i"),
    "slanted": _tagged("i"),
}
