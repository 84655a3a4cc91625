"""Bytes to text: the mark at their front, then what the server says, then the page; never by guessing.

A page whose bytes do not fit the character set that is named for it is refused: a wrong letter would stand in a quote.
Two lies are common enough to see through: Latin-1 said of UTF-8, and nothing said at all.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from adapters.articles.phrases import why
from knowledge.fault import Fault

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_IN_PAGE = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT: Final = 4096
_WESTERN: Final = ("iso8859-1", "ascii")
_TWICE = re.compile(r"Ã[\u0080-\u00bf„œŸ¤¶¼–]|â€[\u0080-\u00bfœžš™\"“]|Â[£§ ]")
_MOST_TWICE: Final = 2


def decoded(body: bytes, content_type: str) -> str:
    """The text of `body`; raises Fault where it is none in the character set that is named."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _decoded(body, name)
    if b"\0" in body[:_LOOKED_AT]:
        raise Fault(why("no_text"))
    names = list(_named(body, content_type))
    text = _decoded(body, names[0]) if names else _decoded(body, "utf-8")
    if len(_TWICE.findall(text)) > _MOST_TWICE:
        raise Fault(why("garbled"))
    return text


def _named(body: bytes, content_type: str) -> Iterator[str]:
    """The character sets that the server and the page name, as they are to be read."""
    told = [match[1] for match in [_IN_HEADER.search(content_type)] if match]
    told += [match[1].decode("ascii", "replace") for match in [_IN_PAGE.search(body[:_LOOKED_AT])] if match]
    for name in told:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            raise Fault(why("unknown_letters", name[:40])) from None
        yield _meant(known, body)


def _meant(name: str, body: bytes) -> str:
    """UTF-8 where Latin-1 or ASCII is said of UTF-8; else Windows' superset of Latin-1, as browsers read it."""
    if name not in _WESTERN:
        return name
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _decoded(body: bytes, name: str) -> str:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise Fault(why("other_letters", name)) from None
