"""The door for articles: an address of the web, a file, or what comes on standard input.

What a page or file does not say of itself, whoever adds it says (`Told`); what nobody says and has to be known is asked
for in one sentence.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, Never

from adapters.articles.decoding import decoded
from adapters.articles.extracting import Extract, extract
from adapters.articles.fetcher import Fetcher
from adapters.articles.phrases import why
from bot.curation.found import FoundArticle
from bot.language import detect
from bot.words import MARKERS
from knowledge.fault import Fault
from knowledge.folding import tokens
from knowledge.reading.periods import read_periods
from knowledge.reason import grouped
from knowledge.value import Language

_LARGEST: Final = 10_000_000
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|article|div)\b", re.IGNORECASE | re.DOTALL)
_ABOUT_A_DAY: Final = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|published|updated"
    r"|posted|date|veröffentlicht|erschienen|aktualisiert|stand|datum|on|at|am|vom|den|um|uhr|[ap]m|[ecmp]?[esd]?t|gmt|utc|me[sz]z?|[\W\d_])*",
    re.IGNORECASE,
)
"""What may stand in the line of an article's day beside the day: a weekday, a word for it, a time of day."""

_SEEN_FROM: Final = date(1970, 1, 1)
"""Only days whose year is printed are read, so that it does not matter from where they are seen."""
_HEAD: Final = 12
"""Lines at the front of a plain text that may be its title and its day."""

_SMALL_WORDS: Final = 0.06
"""The least share of small words in prose; the shipped articles have 0.13 and more, other languages far less."""

_LOOKED_AT: Final = 20_000
_SHORTEST: Final = 40
_LONGEST_LINE: Final = 400


class Told(NamedTuple):
    """What whoever adds an article says of it; empty where the article is to say it.

    `day_if_unsaid` is only taken where the article itself says no day.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    day: date | None = None
    language: Language | None = None
    url: str = ""
    day_if_unsaid: date | None = None


def article_at(source: str, told: Told, fetcher: Fetcher, read_input: Callable[[], bytes]) -> FoundArticle:
    """The article at an address, in a file, or on standard input ("-"); raises Fault."""
    if re.match(r"[a-z][a-z0-9+.-]*://", source, re.IGNORECASE):
        return article_on_page(source, told, fetcher)
    body = read_input() if source == "-" else _file(Path(source))
    if body.startswith(b"%PDF-"):
        raise Fault(why("file_is_pdf"))
    if len(body) > _LARGEST:
        raise Fault(why("file_too_large", grouped(_LARGEST)))
    text = decoded(body, "")
    return _whole(extract(text, None) if _HTML.match(text) else _plain(text), told)


def article_on_page(address: str, told: Told, fetcher: Fetcher) -> FoundArticle:
    """The article at an address of the web, and never anything of this machine; raises Fault."""
    page = fetcher.page(address)
    found = _plain(page.text) if page.kind == "text/plain" else extract(page.text, page.address)
    return _whole(found._replace(url=found.url or page.address), told)


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except OSError as error:
        raise Fault(why("unread_file", str(path), error.strerror)) from None


def _plain(text: str) -> Extract:
    """A text with its title in the first line and, where one of the next lines is a day alone, its day."""
    text = text.replace("\r\n", "\n").strip()
    head = [line.strip() for line in text.split("\n") if line.strip()][:_HEAD]
    if len(text) < _SHORTEST:
        raise Fault(why("no_article_there"))
    days = (day for line in head if (day := _day_alone(line)))
    return Extract(text, title=head[0], day=next(days, ""))


def _day_alone(line: str) -> str:
    """The day that a line prints, with its year and with nothing else but what belongs to it; empty for none."""
    printed = [one for one in read_periods(line, "en", _SEEN_FROM) if one.period.kind == "day"]
    if len(printed) != 1 or not re.search(r"\d{4}", printed[0].text):
        return ""
    [day] = printed
    rest = line[: day.start] + " " + line[day.start + len(day.text) :]
    return day.period.start.isoformat() if day.period.start and _ABOUT_A_DAY.fullmatch(rest) else ""


def _whole(found: Extract, told: Told) -> FoundArticle:
    return FoundArticle(
        title=_line(told.title or found.title or _missing("no_title")),
        text=found.text,
        language=told.language or _language(found),
        published=told.day or _day(found.day) or told.day_if_unsaid or _missing("no_date"),
        url=told.url or found.url or None,
        publisher=_line(told.publisher or found.publisher) or None,
        author=_line(told.author or found.author) or None,
    )


def _missing(key: str) -> Never:
    raise Fault(why(key))


def _line(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= _LONGEST_LINE else whole[: _LONGEST_LINE - 1].rstrip() + "…"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _language(found: Extract) -> Language:
    """The language of the words; what the page says of it counts only where they do not tell."""
    words = [token.folded for token in tokens(found.text[:_LOOKED_AT])]
    said: Language = "de" if found.language == "de" else "en"
    spoken = detect(words, (), said)
    small = sum(word in MARKERS[spoken.language] for word in words)
    if spoken.translated or small < _SMALL_WORDS * len(words):
        raise Fault(why("other_language"))
    return spoken.language
