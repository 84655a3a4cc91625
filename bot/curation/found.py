"""An article as it was found: its words and what is known about it, before the base knows it."""

from dataclasses import dataclass
from datetime import date

from knowledge.value import Language


@dataclass(frozen=True, kw_only=True)
class FoundArticle:
    """What an adapter hands in. `text` is the article alone, without what stood around it on its page."""

    title: str
    text: str
    language: Language
    published: date
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
