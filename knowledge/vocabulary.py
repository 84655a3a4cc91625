"""The words the base knows: subjects, metrics, bases, wholes and topics, with names in both languages.

Invariant: a name has one owner among the subjects, and one among the metrics. A collision is refused with both
owners named, since an answer under the wrong name is worse than none.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from knowledge.folding import fold
from knowledge.value import Bilingual, Line, Slug, Value

SubjectKind = Literal["company", "group", "person", "analyst_house", "industry", "product", "asset", "economy"]
Ticker = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9.\-]{0,11}$")]


class Subject(Value):
    """Someone or something that claims speak of or that speaks.

    `members` belong to a group, `affiliation` to a person; `fiscal_year_end` is month and day ("06-30") where the
    fiscal year is not the calendar year. `aliases` are other names in any language, `brands` products that stand
    for the company in questions, `former_names` what it was called before.
    """

    id: Slug
    kind: SubjectKind
    name: Bilingual
    aliases: tuple[Line, ...] = ()
    tickers: tuple[Ticker, ...] = ()
    former_names: tuple[Line, ...] = ()
    brands: tuple[Line, ...] = ()
    members: tuple[Slug, ...] = ()
    affiliation: Slug | None = None
    fiscal_year_end: Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")] | None = None

    def names(self) -> Iterator[str]:
        """Every name by which a question may mean this subject, tickers included."""
        yield from (name for name in (self.name.en, self.name.de) if name)
        yield from self.aliases
        yield from self.former_names
        yield from self.brands
        yield from self.tickers


class Metric(Value):
    """What is measured, with the words for it in English and in German.

    A broad metric ("spending") `covers` narrower ones: asking for it asks for them, and no claim is filed under it.
    """

    id: Slug
    name: Bilingual
    aliases_en: tuple[Line, ...] = ()
    aliases_de: tuple[Line, ...] = ()
    covers: tuple[Slug, ...] = ()

    def names(self) -> Iterator[str]:
        """Every word for the metric in either language."""
        yield from (name for name in (self.name.en, self.name.de) if name)
        yield from self.aliases_en
        yield from self.aliases_de


class Term(Value):
    """A basis ("incl. finance leases"), a whole that shares and ratios are taken of, or a topic."""

    id: Slug
    name: Bilingual
    aliases: tuple[Line, ...] = ()


class Vocabulary(Value):
    """All words of the base. Ids are unique within each kind."""

    subjects: tuple[Subject, ...] = ()
    metrics: tuple[Metric, ...] = ()
    bases: tuple[Term, ...] = ()
    wholes: tuple[Term, ...] = ()
    topics: tuple[Term, ...] = ()

    @model_validator(mode="after")
    def _one_owner_a_name(self) -> "Vocabulary":
        for kind in (self.subjects, self.metrics):
            _refuse_collisions((entry.id, name) for entry in kind for name in entry.names())
        return self


def _refuse_collisions(names: Iterable[tuple[str, str]]) -> None:
    owners: dict[str, str] = {}
    for owner, name in names:
        folded = fold(name)
        first = owners.setdefault(folded, owner)
        if folded and first != owner:
            raise ValueError(f"the name '{name}' belongs to '{first}' and cannot also belong to '{owner}'")
