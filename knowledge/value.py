"""The base of every domain type: a frozen value that refuses what it does not know.

A value is validated once, when it enters (corpus file, import, proposal), and never changes afterwards,
so that it can be shared, cached and compared without care.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from knowledge.unfit import Unfit, why

Language = Literal["en", "de"]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable id: lower-case words joined by hyphens, at most 80 characters."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^\S(.*\S)?$")]
"""One line of text, neither empty nor padded, at most 400 characters."""


class Value(BaseModel):
    """A frozen value; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Bilingual(Value):
    """The same text in English and in German; one of the two may wait for its curator, never both."""

    en: Line | None = None
    de: Line | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Bilingual":
        if self.en is None and self.de is None:
            raise Unfit(why("no_language"))
        return self

    def in_language(self, language: Language) -> str:
        """The text in `language`, or in the other one while its translation waits."""
        wanted, other = (self.en, self.de) if language == "en" else (self.de, self.en)
        return wanted or other or ""


class Passage(Value):
    """Words exactly as printed, and where they begin in the text that holds them.

    `start` counts Unicode code points from 0.
    """

    start: Annotated[int, Field(ge=0)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=400)]

    @property
    def end(self) -> int:
        """The position after the last character."""
        return self.start + len(self.text)

    def stands_in(self, text: str) -> bool:
        """Whether `text` holds these words at this place."""
        return text[self.start : self.end] == self.text
