"""Import: what files say comes into the base, unless somebody who knows better has changed it since.

The log tells who. A shipped corpus replaces only what a shipped corpus brought; a folder that a person imports
replaces that and what was imported; what a person edited is replaced by neither. What left the files stays in the
base: a claim ends by being retired, not by being left out.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, func, select

from knowledge.fault import FileFault
from knowledge.store.checking import Key, known
from knowledge.store.edits import Act, Edit, Imported
from knowledge.store.folder import Folder
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import TEXT, change
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
    kept = _kept(connection, edits, _REPLACES[what])
    steps = apply(connection, who, what, at, [edit for edit in edits if (edit.kind, edit.key) not in kept])
    added = sum(step.before is None for step in steps)
    return Imported(added, len(steps) - added, tuple(f"{kind} {key}" for kind, key in kept))


def _refuse_unknown(connection: Connection, folder: Folder, edits: Sequence[Edit]) -> None:
    there: set[Key] = {(edit.kind, edit.key) for edit in edits}
    missing = [named for named in folder.references() if (named[2].kind, named[2].key) not in there]
    there = known(connection, {(one.kind, one.key) for _, _, one in missing})
    for path, line, one in missing:
        if (one.kind, one.key) not in there:
            raise FileFault(str(path), line, f"{one.path[0]}: the {one.kind} '{one.key}' is not known")


def _kept(connection: Connection, edits: Sequence[Edit], replaced: frozenset[Act]) -> list[Key]:
    """What differs from its file and was last changed by an act that this import must not undo."""
    held = holdings(connection, edits)
    differing = [(edit.kind, edit.key) for edit in edits if difference(edit, held)]
    acts = _last_acts(connection, differing)
    return [key for key in differing if key in acts and acts[key] not in replaced]


def _last_acts(connection: Connection, keys: Sequence[Key]) -> dict[Key, Act]:
    acts: dict[Key, Act] = {}
    for kind in {kind for kind, _ in keys}:
        wanted = listed(key for one, key in keys if one == kind)
        rows = connection.execute(_LAST_ACTS, {"kind": kind, "keys": wanted})
        acts.update(((kind, key), what) for key, what in rows)
    return acts
