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

    At most 160 characters beyond the figures, with an ellipsis at each cut.
    """
    first = min((start for start, _ in figures), default=0)
    last = max((end for _, end in figures), default=0)
    if len(quote) <= max(_EXCERPT, last - first):
        return quote
    start = 0 if last <= _EXCERPT else max(0, min(first - (_EXCERPT - (last - first)) // 2, len(quote) - _EXCERPT))
    end = min(len(quote), max(last, start + _EXCERPT))
    start = quote.index(" ", start) + 1 if start and " " in quote[start:first] else start
    end = quote.rindex(" ", last, end) if end < len(quote) and " " in quote[last:end] else end
    return ("… " if start else "") + quote[start:end].strip() + (" …" if end < len(quote) else "")


def _quotes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """One excerpt a quote, however many claims it proves."""
    figures: dict[str, list[tuple[int, int]]] = {}
    for entry in entries:
        spans = figures.setdefault(entry.claim.quote.text, [])
        if entry.claim.amount:
            spans.append((entry.claim.amount.start, entry.claim.amount.end))
    return tuple(excerpt(quote, spans) for quote, spans in figures.items())
