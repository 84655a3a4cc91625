"""Numbered sources with the article's own words.

An excerpt is cut around the figure, at word boundaries, with an ellipsis where words are left out; never reworded.
"""

from collections.abc import Iterable, Sequence

from bot.answer import Entry
from bot.reply import Citation
from bot.wording.times import published_text
from bot.wording.titles import Titles

_EXCERPT = 160
"""Characters of a quote that a short message shows."""


def citations(shown: Sequence[Entry], hidden: Sequence[Entry], titles: Titles) -> tuple[Citation, ...]:
    """A citation for each article of the entries, in order of number; `hidden` entries stand behind "more"."""
    articles = {entry.citation: entry.article for entry in (*shown, *hidden)}
    return tuple(
        Citation(
            number=number,
            title=article.title,
            source=titles.source(article),
            date=published_text(article.published, titles.language),
            url=article.url,
            quotes=_quotes(entry for entry in shown if entry.citation == number),
            more_quotes=_quotes(entry for entry in hidden if entry.citation == number),
        )
        for number, article in sorted(articles.items())
    )


def excerpt(quote: str, figures: Sequence[tuple[int, int]]) -> str:
    """The words of a quote around its figures, whose first and last characters are given; the whole where it is short.

    About 160 characters, or as many as the figures span, with an ellipsis at each cut; words stay whole.
    """
    first = min((start for start, _ in figures), default=0)
    last = max((end for _, end in figures), default=0)
    if len(quote) <= _EXCERPT:
        return quote
    margin = max(0, _EXCERPT - (last - first)) // 2
    start = 0 if last <= _EXCERPT else max(0, first - margin)
    end = min(len(quote), max(last + margin, start + _EXCERPT))
    start = quote.rfind(" ", 0, start) + 1 if start else 0
    end = len(quote) if end == len(quote) or " " not in quote[end:] else quote.index(" ", end)
    return ("… " if start else "") + quote[start:end].strip() + (" …" if end < len(quote) else "")


def _quotes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """One excerpt a quote, however many claims it proves."""
    figures: dict[str, list[tuple[int, int]]] = {}
    for entry in entries:
        spans = figures.setdefault(entry.claim.receipt.text, [])
        if entry.claim.amount:
            spans.append((entry.claim.amount.start, entry.claim.amount.end))
    return tuple(excerpt(quote, spans) for quote, spans in figures.items())
