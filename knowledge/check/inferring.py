"""What the article does not print is named as inferred, and what is named so has a value.

Subject, speaker and source count as printed when one of their names stands in quote or context; the family name is
enough for a person, one member for a group. A pronoun is no name: whom it means stands in the context, or is inferred.
"""

from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.names import prints_name
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.reason import called
from knowledge.vocabulary import Subject


def inferred_fields_have_values(case: Case) -> Iterator[Finding]:
    """A reason is given once for a field, and the field says something."""
    seen: set[str] = set()
    for index, entry in enumerate(case.claim.inferred):
        keys = ("inferred", index, "field")
        if entry.field in seen:
            yield Finding("inferred", keys, why("inferred_twice", why(f"field_{entry.field}")))
        if not _has_value(case, entry.field):
            yield Finding("inferred", keys, why("inferred_empty", why(f"field_{entry.field}")))
        seen.add(entry.field)


def unprinted_fields_are_inferred(case: Case) -> Iterator[Finding]:
    """Subject, speaker, source and period stand in quote or context, or are named as inferred."""
    claim = case.claim
    for field in ("subject", "speaker", "via"):
        subject = case.known.subjects.get(getattr(claim, field) or "")
        if subject and field not in case.inferred and not _is_printed(case, subject):
            named = called(subject.id, subject.name.in_language("de"))
            yield Finding("inferred", (field,), why("name_unprinted", named))
    if claim.period and claim.period.words is None and "period" not in case.inferred:
        yield Finding("inferred", ("period",), why("period_unprinted"))


def _has_value(case: Case, field: str) -> bool:
    claim = case.claim
    if field == "baseline":
        return claim.period is not None and claim.period.baseline is not None
    return getattr(claim, field) not in (None, "none")


def _is_printed(case: Case, subject: Subject) -> bool:
    meant = [subject, *(case.known.subjects[member] for member in subject.members if member in case.known.subjects)]
    return any(prints_name(case.printed, name) for entry in meant for name in _names(entry))


def _names(subject: Subject) -> Iterator[str]:
    yield from subject.names()
    if subject.kind == "person":
        yield from (name.split()[-1] for name in (subject.name.en, subject.name.de) if name)
