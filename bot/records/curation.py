"""Curation in the records' database: grants among the settings, suggestions and outcomes in tables of their own.

Who takes an errand, settles a matter or tells an outcome does so by one statement that gives a row back or none, so
that of many processes one does it.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.people import Person, Platform, person_of
from bot.records.database import Database
from bot.records.port import workspace_key
from bot.records.port_of_curation import ERRAND_FOR, MATTER_FOR, MOST_SUGGESTIONS
from bot.records.schema import outcome, setting, suggestion
from bot.suggestion import Outcome, Suggestion

CURATOR = "curator"
"""The setting that lets its owner curate."""

_GRANTED = select(setting.c.owner).where(setting.c.name == CURATOR)
_REVOKE = delete(setting).where(setting.c.owner == bindparam("owner"), setting.c.name == CURATOR)
_WAITING = (
    select(suggestion)
    .where(suggestion.c.accepted == "", suggestion.c.done == 0, suggestion.c.at >= bindparam("since"))
    .order_by(suggestion.c.at, suggestion.c.ident)
)
_ACCEPT = (
    update(suggestion)
    .where(suggestion.c.ident == bindparam("of"), suggestion.c.accepted == "", suggestion.c.done == 0)
    .values(accepted=bindparam("who"))
    .returning(suggestion.c.ident)
)
_IS_ERRAND = (suggestion.c.accepted != "", suggestion.c.done == 0, suggestion.c.taken < bindparam("before"))
_NEXT = select(suggestion).where(*_IS_ERRAND).order_by(suggestion.c.at, suggestion.c.ident).limit(1)
_TAKE = (
    update(suggestion)
    .where(suggestion.c.ident == bindparam("of"), *_IS_ERRAND)
    .values(taken=bindparam("now"), tries=suggestion.c.tries + 1)
    .returning(suggestion.c.ident)
)
_DONE = update(suggestion).where(suggestion.c.ident == bindparam("of")).values(done=1)
_TOO_MANY = delete(suggestion).where(
    suggestion.c.ident.in_(select(suggestion.c.ident).order_by(suggestion.c.at.desc()).offset(MOST_SUGGESTIONS))
)
_SETTLED = select(outcome.c.ident, outcome.c.at)
_UNTOLD = (
    select(outcome)
    .where(outcome.c.told == 0, outcome.c.platform == bindparam("on"))
    .order_by(outcome.c.at, outcome.c.ident)
)
_TELL = (
    update(outcome)
    .where(outcome.c.ident == bindparam("of"), outcome.c.told == 0)
    .values(told=1)
    .returning(outcome.c.ident)
)
_TELL_AGAIN = update(outcome).where(outcome.c.ident == bindparam("of")).values(told=0)
_OLD = tuple(delete(table).where(table.c.at < bindparam("before")) for table in (suggestion, outcome))


class Curation:
    """See `CurationRecords`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._grant = database.replacing(setting)
        self._suggest = database.inserting(suggestion).on_conflict_do_nothing()
        inserted = database.inserting(outcome)
        later = inserted.excluded
        # A gap is closed anew when it was asked for again; whatever else has an outcome keeps it.
        self._settle = inserted.on_conflict_do_update(
            index_elements=[outcome.c.ident],
            set_={"at": later.at, "who": later.who, "words": later.words},
            where=(outcome.c.verdict == "closed") & (outcome.c.at < later.at),
        ).returning(outcome.c.ident)

    def grant(self, person: Person, by: Person, at: datetime) -> None:
        """See `CurationRecords.grant`."""
        workspace = workspace_key(by.platform, by.workspace)
        row = {"owner": person.key, "name": CURATOR, "workspace": workspace, "at": _written(at), "value": by.key}
        self._database.write(self._grant, row)

    def revoke(self, person: Person) -> None:
        """See `CurationRecords.revoke`."""
        self._database.write(_REVOKE, {"owner": person.key})

    def granted(self) -> frozenset[str]:
        """See `CurationRecords.granted`."""
        return frozenset(row.owner for row in self._database.rows(_GRANTED, {}))

    def suggest(self, suggestion: Suggestion) -> None:
        """See `CurationRecords.suggest`."""
        one = suggestion
        row: dict[str, str | int] = {
            "ident": one.ident,
            "at": _written(one.at),
            "person": one.by.key,
            "url": one.url,
            "language": one.language,
            "accepted": one.accepted,
            "taken": "",
            "done": 0,
            "tries": 0,
        }
        self._database.write(self._suggest, row)
        self._database.write(_TOO_MANY, {})

    def suggestions(self, at: datetime) -> tuple[Suggestion, ...]:
        """See `CurationRecords.suggestions`."""
        return tuple(map(_suggestion, self._database.rows(_WAITING, {"since": _written(at - MATTER_FOR)})))

    def accept(self, ident: str, who: str) -> bool:
        """See `CurationRecords.accept`."""
        return bool(self._database.rows(_ACCEPT, {"of": ident, "who": who}))

    def errand(self, at: datetime) -> Suggestion | None:
        """See `CurationRecords.errand`."""
        before = _written(at - ERRAND_FOR)
        while found := self._database.row(_NEXT, {"before": before}):
            if self._database.rows(_TAKE, {"of": found.ident, "before": before, "now": _written(at)}):
                return _suggestion(found)
        return None

    def settle(self, outcome: Outcome) -> bool:
        """See `CurationRecords.settle`."""
        one = outcome
        row: dict[str, str | int] = {
            "ident": one.ident,
            "at": _written(one.at),
            "who": one.who,
            "person": one.person.key if one.person else "",
            "platform": one.person.platform if one.person else "",
            "language": one.language,
            "verdict": one.verdict,
            "about": one.about,
            "words": one.words,
            "told": 0,
        }
        is_first = bool(self._database.rows(self._settle, row))
        self._database.write(_DONE, {"of": one.ident})
        return is_first

    def settled(self) -> dict[str, datetime]:
        """See `CurationRecords.settled`."""
        return {row.ident: datetime.fromisoformat(row.at) for row in self._database.rows(_SETTLED, {})}

    def untold(self, platform: Platform) -> tuple[Outcome, ...]:
        """See `CurationRecords.untold`."""
        return tuple(map(_outcome, self._database.rows(_UNTOLD, {"on": platform})))

    def tell(self, ident: str) -> bool:
        """See `CurationRecords.tell`."""
        return bool(self._database.rows(_TELL, {"of": ident}))

    def tell_again(self, ident: str) -> None:
        """See `CurationRecords.tell_again`."""
        self._database.write(_TELL_AGAIN, {"of": ident})

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than 400 days."""
        for statement in _OLD:
            self._database.write(statement, {"before": _written(at - MATTER_FOR)})


def _suggestion(row: Any) -> Suggestion:
    return Suggestion(
        ident=row.ident,
        url=row.url,
        by=person_of(row.person),
        language=row.language,
        at=datetime.fromisoformat(row.at),
        accepted=row.accepted,
        tries=row.tries,
    )


def _outcome(row: Any) -> Outcome:
    return Outcome(
        ident=row.ident,
        verdict=row.verdict,
        who=row.who,
        at=datetime.fromisoformat(row.at),
        person=person_of(row.person),
        language=row.language,
        about=row.about,
        words=row.words,
    )


def _written(at: datetime) -> str:
    """A time so that text sorts as time does, whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
