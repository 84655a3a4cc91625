"""Numbered sources with the article's own words.

An excerpt is cut around the figure, at word boundaries, with an ellipsis where words are left out; never reworded.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.answer import Entry
from bot.reply import Citation
from bot.wording.cutting import shortened_title
from bot.wording.times import published_text
from bot.wording.titles import Titles

_EXCERPT: Final = 160
"""Characters of a quote beside its source."""

_SHORT_EXCERPT: Final = 120
"""Characters of a quote beside its figure."""


def citations(entries: Sequence[Entry], titles: Titles) -> tuple[Citation, ...]:
    """A citation for each article of the entries, in order of number."""
    articles = {entry.citation: entry.article for entry in entries}
    return tuple(
        Citation(
            number=number,
            title=article.title,
            source=titles.source(article),
            date=published_text(article.published, titles.language),
            url=article.url,
            quotes=_quotes((entry for entry in entries if entry.citation == number), _EXCERPT),
            short_title=shortened_title(article.title),
            short_source=titles.short_source(article),
        )
        for number, article in sorted(articles.items())
    )


def short_quotes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The few words of the articles around the figures of a line."""
    return _quotes(entries, _SHORT_EXCERPT)


def excerpt(quote: str, figures: Sequence[tuple[int, int]], most: int = _EXCERPT) -> str:
    """The words of a quote around its figures, whose first and last characters are given; the whole where it is short.

    About `most` characters, or as many as the figures span, with an ellipsis at each cut; words stay whole.
    """
    first = min((start for start, _ in figures), default=0)
    last = max((end for _, end in figures), default=0)
    if len(quote) <= most:
        return quote
    margin = max(0, most - (last - first)) // 2
    start = 0 if last <= most else max(0, min(first - margin, len(quote) - most))
    end = min(len(quote), max(last, start + most))
    start = quote.rfind(" ", 0, start) + 1 if start else 0
    end = len(quote) if end == len(quote) or " " not in quote[end:] else quote.index(" ", end)
    return ("… " if start else "") + quote[start:end].strip() + (" …" if end < len(quote) else "")


def _quotes(entries: Iterable[Entry], most: int) -> tuple[str, ...]:
    """One excerpt a quote, however many claims it proves."""
    figures: dict[str, list[tuple[int, int]]] = {}
    for entry in entries:
        spans = figures.setdefault(entry.claim.receipt.text, [])
        if entry.claim.amount:
            spans.append((entry.claim.amount.start, entry.claim.amount.end))
    return tuple(excerpt(quote, spans, most) for quote, spans in figures.items())
