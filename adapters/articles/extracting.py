"""The article on a page: its text, and what the page says of title, author, publisher, day and language.

A page that shows only the beginning of its article, or none, is refused: half an article is quoted as if it were whole.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from adapters.articles.phrases import why
from knowledge.fault import Fault

_SHORTEST: Final = 200
"""Characters of the shortest page that is an article; below that it is a teaser, a notice or an empty frame."""

_STUB: Final = 1800
"""Characters up to which a text that asks for a subscription is the beginning of an article and not all of it."""

_WALL = re.compile(
    r"subscribe to (?:continue|read|unlock)|to continue reading|subscribers? only|for subscribers|"
    r"already a subscriber|start your (?:free )?trial|sign in to read|this (?:article|content) is reserved|"
    r"register to (?:continue|read)|weiterlesen mit|jetzt weiterlesen|nur für abonnenten|als abonnent|"
    r"abo abschlie(?:ß|ss)en|jetzt abonnieren|mit einem abo|bereits abonnent|registrieren,? um weiterzulesen|"
    r"jetzt freischalten|exklusiv für abonnenten|dieser artikel ist kostenpflichtig|\bpaywall\b",
    re.IGNORECASE,
)
_DATA = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_LANGUAGE = re.compile(r"<html[^>]*\blang\s*=\s*[\"']?([a-zA-Z]{2})", re.IGNORECASE)
_ROW: Final = "|"


class Extract(NamedTuple):
    """What a page says; a field is empty where it does not."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    day: str = ""
    language: str = ""
    url: str = ""


def extract(html: str, address: str | None) -> Extract:
    """The article on the page; raises Fault where there is none to be read whole."""
    from trafilatura import bare_extraction  # takes a third of a second to load

    found = bare_extraction(
        html,
        url=address,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    fields: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = _in_paragraphs(fields.get("text") or "")
    _refuse_stub(text, html)
    language = _LANGUAGE.search(html[:5000])
    said = {name: " ".join((fields.get(name) or "").split()) for name in ("title", "author", "sitename", "date", "url")}
    return Extract(
        text,
        title=said["title"],
        author=said["author"],
        publisher=said["sitename"],
        day=said["date"],
        language=(language[1] if language else "").lower(),
        url=said["url"] or address or "",
    )


def _refuse_stub(text: str, html: str) -> None:
    is_short = len(text) < _STUB
    if is_short and (_WALL.search(text) or (_WALL.search(html) and len(text) < _SHORTEST) or _is_not_free(html)):
        raise Fault(why("only_beginning"))
    if len(text) < _SHORTEST:
        raise Fault(why("no_article_on_page"))


def _is_not_free(html: str) -> bool:
    """Whether the page itself says, to search engines, that its article is not to be read freely."""
    return any(str(value).lower() == "false" for data in _DATA.findall(html) for value in _accessible(data))


def _accessible(data: str) -> Iterator[Any]:
    try:
        waiting = [json.loads(data)]
    except (ValueError, RecursionError):
        return
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "isAccessibleForFree" in one:
                yield one["isAccessibleForFree"]
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _in_paragraphs(text: str) -> str:
    """Each line as a paragraph of its own; the rows of a table stay together."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    whole = ""
    for before, line in zip(["", *lines], lines, strict=False):
        together = before.startswith(_ROW) and line.startswith(_ROW)
        whole += ("\n" if together else "\n\n" if whole else "") + line
    return whole
