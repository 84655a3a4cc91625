"""The annotated articles as values."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from knowledge.amount import Amount
from knowledge.article import Article, Published
from knowledge.value import Language

Part = Literal["dev", "aside"]

_OF_PHRASES = date(2025, 7, 31)
_HERE = Path(__file__).parent
_LANGUAGES: tuple[Language, ...] = ("en", "de")


class Annotated(NamedTuple):
    """A figure that a curator would want; `subject` is None for one that the vocabulary lacks."""

    words: str
    amount: Amount
    subject: str | None
    metric: str
    measure: str
    period: str | None
    status: str


class Sample(NamedTuple):
    """An article with its text and figures."""

    article: Article
    text: str
    figures: tuple[Annotated, ...]


def samples(part: Part) -> Sequence[Sample]:
    """The articles of one part."""
    return [
        _sample(entry, language)
        for language in _LANGUAGES
        for entry in yaml.load((_HERE / part / f"{language}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    ]


def phrases() -> Sequence[Sample]:
    """Single phrases of business news, each an article of its own."""
    found = yaml.load((_HERE / "phrases.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    told = {"id": "phrase", "title": "phrase", "published": _OF_PHRASES}
    return [_sample(entry | told, language) for language in _LANGUAGES for entry in found[language]]


def _sample(entry: dict[str, Any], language: Language) -> Sample:
    text = str(entry["text"]).strip()
    day = entry["published"]
    article = Article(
        id=entry["id"],
        title=entry["title"],
        published=Published(date=day if isinstance(day, date) else date.fromisoformat(day)),
        language=language,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return Sample(article, text, tuple(map(_figure, entry["figures"])))


def _figure(line: str) -> Annotated:
    words, amount, subject, metric, measure, period, status = (part.strip() for part in line.split(" | "))
    return Annotated(words, _amount(amount), _known(subject), metric, measure, _known(period), status)


def _known(part: str) -> str | None:
    return None if part == "-" else part


def _amount(printed: str) -> Amount:
    match = re.fullmatch(r"([\d.e]*)(-?)([\d.e]*) (\S+) (\S+)", printed)
    if match is None:
        raise ValueError(f"no amount: {printed}")
    low, to, high, unit, bound = match.groups()
    first = Decimal(low) if low else None
    last = first if not to else Decimal(high) if high else None
    return Amount.model_validate({"low": first, "high": last, "unit": unit, "bound": bound})
