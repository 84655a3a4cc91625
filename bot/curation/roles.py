"""Who may curate: the persons whom the setting names, and those whom an administrator named in a chat.

Everybody else can suggest. In a chat nobody is named but where the bot serves one workspace alone: among several, the
administrators of one would decide what all of them are told.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.people import Person, person_of, person_of_role
from bot.records.port import Records
from bot.verbs.settings import Authority


class Roles:
    """Knows who curates. `named` are those of the setting.

    `is_of_one_workspace` tells whether the bot serves a single workspace at the moment, so that further ones may be
    named in a chat; while it serves several, those who were named so do not count.
    """

    def __init__(self, named: Iterable[Person], records: Records, is_of_one_workspace: Callable[[], bool]) -> None:
        self._named = frozenset(map(_known_by, named))
        self._records = records
        self._is_of_one_workspace = is_of_one_workspace

    def may(self, person: Person) -> bool:
        """Whether the person curates."""
        known = _known_by(person)
        return known in self._named or known in self.granted()

    def may_grant(self, authority: Authority) -> bool:
        """Whether somebody with this authority over the workspace may name curators."""
        return authority == "allowed" and self._is_of_one_workspace()

    def granted(self) -> frozenset[str]:
        """The keys of those who were named in a chat; none where that does not count."""
        return self._records.curation.granted() if self._is_of_one_workspace() else frozenset()

    def all(self) -> tuple[Person, ...]:
        """All who curate, by setting or by grant."""
        return tuple(map(person_of, sorted(self._named | self.granted())))

    def toggle(self, person: Person, by: Person, at: datetime) -> bool:
        """Let a person curate by grant, or no more; whether the person does from now on."""
        known = person_of_role(person)
        if _known_by(person) in self.granted():
            self._records.curation.revoke(known)
            return False
        self._records.curation.grant(known, by, at)
        return True


def _known_by(person: Person) -> str:
    return person_of_role(person).key
