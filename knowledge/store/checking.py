"""What must hold before a batch of edits is written; each breach is a Fault that names both sides.

Everything a claim names is known, a name has one owner among the subjects and one among the metrics, and a full
text is the one whose hash its article carries. A batch is judged as a whole, so its order does not matter and a
name may move from one word to another within it.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence

from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, select

from knowledge.fault import Fault
from knowledge.store.documents import LISTS, WordKind, article_in, document
from knowledge.store.edits import Edit, PutText
from knowledge.store.one_of import listed, one_of
from knowledge.store.references import references
from knowledge.store.rows import Row
from knowledge.store.schema import TEXT, article, claim, name, word

_WORDS = select(word.c.id).where(word.c.kind == bindparam("kind", type_=TEXT), one_of(word.c.id, "keys"))
_CLAIMS = select(claim.c.id).where(one_of(claim.c.id, "keys"))
_ARTICLES = select(article.c.id, article.c.document, article.c.text).where(one_of(article.c.id, "keys"))
_OWNERS = select(name.c.folded, name.c.owner).where(
    name.c.kind == bindparam("kind", type_=TEXT), one_of(name.c.folded, "names")
)

Key = tuple[str, str]
"""A thing of the base, as (kind, id)."""


def known(connection: Connection, wanted: Iterable[Key]) -> set[Key]:
    """Those of the `wanted` that the base holds."""
    keys: dict[str, set[str]] = {}
    for kind, key in wanted:
        keys.setdefault(kind, set()).add(key)
    found: set[Key] = set()
    for kind, ids in keys.items():
        if kind in LISTS:
            rows = connection.execute(_WORDS, {"kind": kind, "keys": listed(ids)})
        else:
            rows = connection.execute(_CLAIMS if kind == "claim" else _ARTICLES, {"keys": listed(ids)})
        found.update((kind, row[0]) for row in rows)
    return found


def refuse_invalid(edits: Sequence[Edit]) -> None:
    """Refuse a value that could not be read back: one copied from a valid value need not be valid itself."""
    for edit in edits:
        if not isinstance(edit, PutText):
            try:
                type(edit.value).model_validate_json(document(edit.value))
            except ValidationError as error:
                what = error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
                raise Fault(f"the {edit.kind} '{edit.key}' is not valid: {what}") from None


def refuse_unknown(connection: Connection, edits: Sequence[Edit]) -> None:
    """Refuse a claim, subject or text that names what neither the base nor the batch holds."""
    named = [(edit, key) for edit in edits for key in _named(edit)]
    there: set[Key] = {(edit.kind, edit.key) for edit in edits if not isinstance(edit, PutText)}
    there |= known(connection, {key for _, key in named} - there)
    for edit, (kind, key) in named:
        if (kind, key) not in there:
            raise Fault(f"the {edit.kind} '{edit.key}' names the {kind} '{key}', which is not known")


def _named(edit: Edit) -> Iterator[Key]:
    if isinstance(edit, PutText):
        yield "article", edit.key
    else:
        yield from ((reference.kind, reference.key) for reference in references(edit.value))


def refuse_collisions(connection: Connection, kind: WordKind, rows: Sequence[Row]) -> None:
    """Refuse a name that two words would own; the names of the words edited are out of the base by now."""
    found = connection.execute(_OWNERS, {"kind": kind, "names": listed(str(row["folded"]) for row in rows)})
    owners: dict[object, object] = dict(found.all())
    for row in rows:
        first = owners.setdefault(row["folded"], row["owner"])
        if first != row["owner"]:
            raise Fault(f"the name '{row['folded']}' belongs to '{first}' and cannot also belong to '{row['owner']}'")


def refuse_other_texts(connection: Connection, keys: Collection[str]) -> None:
    """Refuse a full text that is not the one its article was read from."""
    for key, held, text in connection.execute(_ARTICLES, {"keys": listed(keys)}):
        if text is not None and fingerprint(text) != article_in(held).sha256:
            raise Fault(f"the text given for the article '{key}' is not the one that its sha256 stands for")


def fingerprint(text: str) -> str:
    """The hash by which a full text is known."""
    return hashlib.sha256(text.encode()).hexdigest()
