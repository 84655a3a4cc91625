"""What was ever done to a claim, told: who, when, what, and each part that it changed, before and after."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from knowledge.store import Change


class Difference(NamedTuple):
    """A part of a claim that a change changed; None where it was not there."""

    field: str
    before: Any
    after: Any


class Told(NamedTuple):
    """A change and what it changed."""

    change: Change
    differences: tuple[Difference, ...]


def told(changes: Iterable[Change]) -> Iterator[Told]:
    """The changes, in their order."""
    for change in changes:
        before, after = _parts(change.before), _parts(change.after)
        fields = dict.fromkeys((*before, *after))
        differences = (Difference(field, before.get(field), after.get(field)) for field in fields)
        yield Told(change, tuple(one for one in differences if one.before != one.after))


def _parts(document: str | None) -> dict[str, Any]:
    return json.loads(document) if document else {}
