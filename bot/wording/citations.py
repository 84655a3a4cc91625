"""Numbered sources with the article's own words.

An excerpt is cut around the figure, at word boundaries, with an ellipsis where words are left out; never reworded.
"""

from collections.abc import Iterable, Sequence

from bot.answer import Entry
from bot.reply import Citation
from bot.wording.times import published_text
from bot.wording.titles import Titles
from knowledge.claim import Claim

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


def excerpt(claim: Claim) -> str:
    """The words of the quote around the claim's amount, at most 160 characters and an ellipsis at each cut."""
    text = claim.quote.text
    if len(text) <= _EXCERPT:
        return text
    middle = claim.amount.start + len(claim.amount.text) // 2 if claim.amount else 0
    start = max(0, min(middle - _EXCERPT // 2, len(text) - _EXCERPT))
    end = start + _EXCERPT
    start = text.index(" ", start) + 1 if start and " " in text[start:middle] else start
    end = text.rindex(" ", start, end) if end < len(text) and " " in text[start:end] else min(end, len(text))
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")


def _quotes(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(excerpt(entry.claim) for entry in entries))
