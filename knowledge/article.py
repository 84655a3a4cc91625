"""An article: where claims come from, dated as honestly as its text allows.

Metadata and the hash of the full text; the text itself belongs to its publisher and is no part of this value.
Where the publisher wants its words back, the article stays, marked as withdrawn: so they cannot come in again.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import StringConstraints

from knowledge.value import Bilingual, Line, Slug, Value

DatePrecision = Literal["day", "about", "on_or_after", "month", "year"]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=500)]


class Published(Value):
    """When an article appeared; `inferred` gives the reason where the text itself prints no date."""

    date: dt.date
    precision: DatePrecision = "day"
    inferred: Bilingual | None = None


class Original(Value):
    """What an article translates, reprints or digests; a field is None where it is not known."""

    title: Line | None = None
    publisher: Line | None = None
    author: Line | None = None
    url: Address | None = None
    date: dt.date | None = None
    language: LanguageCode | None = None


class Article(Value):
    """One article, cited by title, publisher and date; `sha256` is that of the full text in UTF-8.

    `copy_of` names the article whose text this one prints again.

    `withdrawn` says why text and quotes were taken out of the base; None for an article that may be quoted.
    """

    id: Slug
    title: Line
    publisher: Line | None = None
    author: Line | None = None
    published: Published
    language: LanguageCode
    url: Address | None = None
    original: Original | None = None
    copy_of: Slug | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    withdrawn: Line | None = None
