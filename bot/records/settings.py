"""What people and channels have set: one row a setting, kept until it is set otherwise or the workspace leaves.

A setting that is as it is without one has no row; a value that this version does not know counts as none.
"""

from datetime import datetime
from typing import cast, get_args

from sqlalchemy import bindparam, delete, select

from bot.people import Audience, Orderers, Person, Place, Workspace
from bot.records.database import Database
from bot.records.port import channel_key, workspace_key
from bot.records.schema import setting
from knowledge.value import Language

_LANGUAGE = "language"
_AUDIENCE = "audience"
_ORDERERS = "orderers"
_OF_OWNER = (setting.c.owner == bindparam("owner"), setting.c.name == bindparam("name"))
_VALUE = select(setting.c.value).where(*_OF_OWNER)
_UNSET = delete(setting).where(*_OF_OWNER)
_OF_WORKSPACE = delete(setting).where(setting.c.workspace == bindparam("workspace"))


class SettingsRecords:
    """See `Records.prefer`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._set = database.replacing(setting)

    def prefer(self, person: Person, language: Language | None, at: datetime) -> None:
        """See `Records.prefer`."""
        self._keep(person.key, _LANGUAGE, workspace_key(person.platform, person.workspace), language, at)

    def preferred(self, person: Person) -> Language | None:
        """See `Records.preferred`."""
        value = self._value(person.key, _LANGUAGE)
        return cast("Language", value) if value in get_args(Language) else None

    def show_to(self, place: Place, audience: Audience, at: datetime) -> None:
        """See `Records.show_to`."""
        value = None if audience == "private" else audience
        self._keep(channel_key(place), _AUDIENCE, workspace_key(place.platform, place.workspace), value, at)

    def audience(self, place: Place) -> Audience:
        """See `Records.audience`."""
        return "public" if self._value(channel_key(place), _AUDIENCE) == "public" else "private"

    def let_order(self, place: Place, orderers: Orderers, at: datetime) -> None:
        """See `Records.let_order`."""
        value = None if orderers == "admins" else orderers
        self._keep(channel_key(place), _ORDERERS, workspace_key(place.platform, place.workspace), value, at)

    def orderers(self, place: Place) -> Orderers:
        """See `Records.orderers`."""
        return "members" if self._value(channel_key(place), _ORDERERS) == "members" else "admins"

    def forget_workspace(self, workspace: Workspace) -> None:
        """Forget what its people and channels have set."""
        self._database.write(_OF_WORKSPACE, {"workspace": workspace.key})

    def _value(self, owner: str, name: str) -> str | None:
        found = self._database.row(_VALUE, {"owner": owner, "name": name})
        return found.value if found else None

    def _keep(self, owner: str, name: str, workspace: str, value: str | None, at: datetime) -> None:
        if value is None:
            self._database.write(_UNSET, {"owner": owner, "name": name})
            return
        row = {"owner": owner, "name": name, "workspace": workspace, "at": at.isoformat(), "value": value}
        self._database.write(self._set, row)
