"""The one way by which the base changes.

`apply` turns a batch of edits into rows and log entries inside the transaction of its caller, which holds the lock
of all writers: so numbers have no gaps and become visible in their order, and a batch is there whole or not at
all. What equals the held document is no change and leaves no trace. An article that a batch withdraws takes its words
with it, whoever wrote the batch.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from knowledge.fault import Fault
from knowledge.store.checking import fingerprint, refuse_invalid, refuse_unknown
from knowledge.store.documents import LISTS, document
from knowledge.store.edits import Act, Edit, PutText
from knowledge.store.one_of import listed, one_of
from knowledge.store.placing import Held, place, reorder
from knowledge.store.reading import change_number
from knowledge.store.schema import TEXT, article, change, claim, word
from knowledge.store.withdrawing import following, forget_words, refuse_words, withdrawal

_ARTICLES = select(article.c.id, article.c.document).where(one_of(article.c.id, "keys"))
_TEXTS = select(article.c.id, article.c.text).where(one_of(article.c.id, "keys"), article.c.text.is_not(None))
_CLAIMS = select(claim.c.id, claim.c.document, claim.c.position).where(one_of(claim.c.id, "keys"))
_WORDS = select(word.c.id, word.c.document, word.c.position).where(
    word.c.kind == bindparam("kind", type_=TEXT), one_of(word.c.id, "keys")
)


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that changes something: the documents before and after, as the log keeps them."""

    edit: Edit
    before: str | None
    after: str | None


def apply(connection: Connection, who: str, what: Act, at: datetime, edits: Sequence[Edit]) -> list[Step]:
    """Write `edits` and log each that changes something; raises Fault, after which the caller rolls back."""
    if at.tzinfo is None:
        raise ValueError("the time of a change needs its time zone")
    _refuse_twice(edits)
    edits = [*edits, *following(connection, edits)]
    held = holdings(connection, edits)
    steps = [step for edit in edits if (step := difference(edit, held)) is not None]
    changed = [step.edit for step in steps]
    refuse_invalid(changed)
    refuse_unknown(connection, changed)
    place(connection, changed, held)
    refuse_words(connection, edits)
    reorder(connection, edits, held)
    _log(connection, who, what, at, steps)
    forget_words(connection, changed)
    return steps


def withdraw(connection: Connection, key: str, reason: str, who: str, at: datetime) -> int | None:
    """Withdraw an article and log it; how many claims lost their quote, None where that was done already."""
    edit = withdrawal(connection, key, reason)
    if edit is None:
        return None
    return sum(step.edit.kind == "claim" for step in apply(connection, who, "withdraw", at, [edit]))


def holdings(connection: Connection, edits: Sequence[Edit]) -> dict[tuple[str, str], Held]:
    """What the base holds now of the things that `edits` speak of, by (kind, id)."""
    keys: dict[str, list[str]] = {}
    for edit in edits:
        keys.setdefault(edit.kind, []).append(edit.key)
    held: dict[tuple[str, str], Held] = {}
    for kind, ids in keys.items():
        parameters = {"keys": listed(ids)}
        if kind in LISTS:
            rows = connection.execute(_WORDS, parameters | {"kind": kind})
        else:
            rows = connection.execute({"article": _ARTICLES, "text": _TEXTS, "claim": _CLAIMS}[kind], parameters)
        held.update(((kind, key), Held(text, *position)) for key, text, *position in rows)
    return held


def _refuse_twice(edits: Sequence[Edit]) -> None:
    seen: set[tuple[str, str]] = set()
    for edit in edits:
        if (edit.kind, edit.key) in seen:
            raise Fault(f"the {edit.kind} '{edit.key}' stands twice among the edits")
        seen.add((edit.kind, edit.key))


def difference(edit: Edit, held: Mapping[tuple[str, str], Held]) -> Step | None:
    """What `edit` changes of what the base holds; None where it changes nothing."""
    there = held.get((edit.kind, edit.key))
    before = there.document if there else None
    if isinstance(edit, PutText):
        before, after = _hashed(before), _hashed(edit.text)
    else:
        after = document(edit.value)
    return None if before == after else Step(edit, before, after)


def _hashed(text: str | None) -> str | None:
    return None if text is None else f'{{"sha256":"{fingerprint(text)}"}}'


def _log(connection: Connection, who: str, what: Act, at: datetime, steps: Sequence[Step]) -> None:
    if not steps:
        return
    act: dict[str, Any] = {"at": at.astimezone(UTC).isoformat(), "who": who, "what": what}
    first = change_number(connection) + 1
    connection.execute(
        insert(change),
        [
            act
            | {
                "number": number,
                "kind": step.edit.kind,
                "key": step.edit.key,
                "before": step.before,
                "after": step.after,
            }
            for number, step in enumerate(steps, first)
        ],
    )
