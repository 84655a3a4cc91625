"""In which workspaces the bot is installed, and what each gave it, in a form that only its keeper can read.

An installation has no age: it stays until its workspace takes it back. Whoever tells that may tell it late, after the
workspace has installed the bot again; so what is taken back is only what was given before.
"""

from datetime import UTC, datetime

from sqlalchemy import bindparam, delete, func, select

from bot.people import Workspace
from bot.records.database import Database
from bot.records.schema import (
    conversation,
    delivery,
    follow,
    installation,
    opinion,
    outcome,
    reply,
    report,
    subscription,
    suggestion,
)

_INSTALLATION = select(installation.c.sealed).where(installation.c.workspace == bindparam("workspace"))
_UNINSTALL = delete(installation).where(
    installation.c.workspace == bindparam("workspace"), installation.c.at <= bindparam("until")
)
_OF_WORKSPACE = tuple(
    delete(key.table).where(func.substr(key, 1, bindparam("length")) == bindparam("prefix"))
    for key in (
        conversation.c.key,
        reply.c.message,
        opinion.c.person,
        report.c.person,
        subscription.c.channel,
        follow.c.channel,
        delivery.c.channel,
        suggestion.c.person,
        outcome.c.person,
    )
)
"""Deliveries are not among it: they stay their day, so that what is told again is not answered again."""


class Installations:
    """See `Records.install`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._install = database.replacing(installation)

    def install(self, workspace: Workspace, sealed: str, at: datetime) -> None:
        """See `Records.install`."""
        self._database.write(self._install, {"workspace": workspace.key, "at": _second(at), "sealed": sealed})

    def installation(self, workspace: Workspace) -> str | None:
        """See `Records.installation`."""
        found = self._database.row(_INSTALLATION, {"workspace": workspace.key})
        return found.sealed if found else None

    def forget_workspace(self, workspace: Workspace, until: datetime) -> bool:
        """See `Records.forget_workspace`."""
        self._database.write(_UNINSTALL, {"workspace": workspace.key, "until": _second(until)})
        if self.installation(workspace) is not None:
            return False
        prefix = f"{workspace.key}:"
        for forget in _OF_WORKSPACE:
            self._database.write(forget, {"prefix": prefix, "length": len(prefix)})
        return True


def _second(at: datetime) -> str:
    """A time to the second, as platforms tell theirs, so that text sorts as time does whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
