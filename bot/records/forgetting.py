"""A person who wants to be forgotten: what is only theirs goes, what others build on names nobody any more.

A grant goes with whoever has it, by the key that a role knows them by, whichever of their keys was given. A
conversation in direct messages is known by its channel alone, not by its person; its last question goes by itself after
a week.
"""

from pydantic import TypeAdapter
from sqlalchemy import bindparam, delete, func, select, update

from bot.people import Person, person_of, person_of_role
from bot.records.curation import CURATOR
from bot.records.database import Database
from bot.records.schema import conversation, opinion, outcome, report, setting, suggestion
from bot.report import Report

_REPORT = TypeAdapter(Report)
_END_OF_KEY = func.substr(conversation.c.key, func.length(conversation.c.key) - bindparam("length") + 1)
_DELETED = (
    delete(opinion).where(opinion.c.person == bindparam("old")).returning(opinion.c.key),
    delete(setting).where(setting.c.owner == bindparam("old")).returning(setting.c.name),
    delete(conversation).where(bindparam("suffix") == _END_OF_KEY).returning(conversation.c.key),
)
_REVOKED = (
    delete(setting).where(setting.c.owner == bindparam("role"), setting.c.name == CURATOR).returning(setting.c.name)
)
_RENAMED = tuple(
    update(column.table).where(column == bindparam("old")).values({column: bindparam("nobody")}).returning(column)
    for column in (suggestion.c.person, suggestion.c.accepted, outcome.c.who, setting.c.value)
)
_UNTOLD = (
    update(outcome)
    .where(outcome.c.person == bindparam("old"))
    .values(person="", platform="", told=1)
    .returning(outcome.c.ident)
)
_REPORTS = select(report.c.ident, report.c.report).where(report.c.person == bindparam("old"))
_UNNAME = (
    update(report)
    .where(report.c.ident == bindparam("of"))
    .values(person=bindparam("nobody"), report=bindparam("document"))
)


class Forgetting:
    """See `Records.forget_person`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget_person(self, key: str) -> int:
        """See `Records.forget_person`."""
        nobody = nobody_like(key)
        suffix = f"|{key}"
        deleted: dict[str, str | int] = {"old": key, "suffix": suffix, "length": len(suffix)}
        found = sum(len(self._database.rows(statement, deleted)) for statement in _DELETED)
        found += len(self._database.rows(_REVOKED, {"role": person_of_role(person_of(key)).key}))
        found += sum(len(self._database.rows(one, {"old": key, "nobody": nobody.key})) for one in _RENAMED)
        found += len(self._database.rows(_UNTOLD, {"old": key}))
        for row in self._database.rows(_REPORTS, {"old": key}):
            unnamed = _unnamed(_REPORT.validate_json(row.report), nobody)
            self._database.write(
                _UNNAME, {"of": row.ident, "nobody": nobody.key, "document": _REPORT.dump_json(unnamed).decode()}
            )
            found += 1
        return found


def nobody_like(key: str) -> Person:
    """Nobody, on the platform of the person with this key: in place of their ids."""
    return Person(platform=person_of(key).platform, workspace="", user="forgotten")


def _unnamed(report: Report, nobody: Person) -> Report:
    return Report(
        claim=report.claim,
        reason=report.reason,
        question=report.question,
        language=report.language,
        by=nobody,
        at=report.at,
    )
