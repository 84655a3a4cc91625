"""Import: what files say comes into the base, unless somebody who knows better has changed it since.

The log tells who. A shipped corpus replaces only what a shipped corpus brought; a folder that a person imports
replaces that and what was imported; what a person edited is replaced by neither. What left the files stays in the
base: a claim ends by being retired, not by being left out. Of an article that was withdrawn here nothing comes in that
would bring its words back; one that the files withdraw is withdrawn here, whoever edited it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, func, select

from knowledge.fault import FileFault
from knowledge.store.checking import Key, known
from knowledge.store.edits import Act, Edit, Imported, PutArticle
from knowledge.store.folder import Folder
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import TEXT, change
from knowledge.store.withdrawing import brings_words, withdrawn_among, without_words
from knowledge.store.writing import apply, difference, holdings

_REPLACES: Mapping[Act, frozenset[Act]] = MappingProxyType(
    {"shipped": frozenset({"shipped"}), "import": frozenset({"shipped", "import"})}
)

_LAST = (
    select(func.max(change.c.number).label("number"))
    .where(change.c.kind == bindparam("kind", type_=TEXT), one_of(change.c.key, "keys"))
    .group_by(change.c.key)
    .subquery("last")
)
_LAST_ACTS = select(change.c.key, change.c.what).join_from(_LAST, change, change.c.number == _LAST.c.number)


def import_folder(connection: Connection, folder: Folder, who: str, what: Act, at: datetime) -> Imported:
    """Write what `folder` says in the transaction of `connection`; raises Fault, then the caller rolls back."""
    edits = folder.edits()
    _refuse_unknown(connection, folder, edits)
    edits, withdrawn = _without_withdrawn(connection, edits)
    kept = _kept(connection, edits, _REPLACES[what])
    steps = apply(connection, who, what, at, [edit for edit in edits if (edit.kind, edit.key) not in kept])
    added = sum(step.before is None for step in steps)
    changed = {(step.edit.kind, step.edit.key) for step in steps}  # a withdrawal reaches what would have been kept
    left = tuple(f"{kind} {key}" for kind, key in kept if (kind, key) not in changed)
    return Imported(added, len(steps) - added, left, withdrawn)


def _refuse_unknown(connection: Connection, folder: Folder, edits: Sequence[Edit]) -> None:
    there: set[Key] = {(edit.kind, edit.key) for edit in edits}
    missing = [named for named in folder.references() if (named[2].kind, named[2].key) not in there]
    there = known(connection, {(one.kind, one.key) for _, _, one in missing})
    for path, line, one in missing:
        if (one.kind, one.key) not in there:
            raise FileFault(str(path), line, f"{one.path[0]}: the {one.kind} '{one.key}' is not known")


def _without_withdrawn(connection: Connection, edits: Sequence[Edit]) -> tuple[list[Edit], tuple[str, ...]]:
    """The edits without words of articles that are withdrawn here, and the articles of which they had any."""
    reasons = withdrawn_among(connection, {source for edit in edits if (source := brings_words(edit))})
    bare = [without_words(edit, reasons) for edit in edits]
    stripped = (brings_words(edit) for edit, left in zip(edits, bare, strict=True) if left is not edit)
    return bare, tuple(dict.fromkeys(source for source in stripped if source))


def _kept(connection: Connection, edits: Sequence[Edit], replaced: frozenset[Act]) -> list[Key]:
    """What differs from its file and was last changed by an act that this import must not undo."""
    held = holdings(connection, edits)
    differing = [(edit.kind, edit.key) for edit in edits if difference(edit, held)]
    acts = _last_acts(connection, differing)
    marked = [edit.key for edit in edits if isinstance(edit, PutArticle) and edit.value.withdrawn]
    here = withdrawn_among(connection, marked)
    withdrawals: set[Key] = {("article", key) for key in marked if key not in here}
    return [key for key in differing if key in acts and acts[key] not in replaced and key not in withdrawals]


def _last_acts(connection: Connection, keys: Sequence[Key]) -> dict[Key, Act]:
    acts: dict[Key, Act] = {}
    for kind in {kind for kind, _ in keys}:
        wanted = listed(key for one, key in keys if one == kind)
        rows = connection.execute(_LAST_ACTS, {"kind": kind, "keys": wanted})
        acts.update(((kind, key), what) for key, what in rows)
    return acts
