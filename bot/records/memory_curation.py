"""Curation, kept in this process; see `memory`."""

from dataclasses import replace
from datetime import datetime

from bot.people import Person, Platform, Workspace, person_of, person_of_role
from bot.records.port_of_curation import ERRAND_FOR, MATTER_FOR, MOST_SUGGESTIONS
from bot.suggestion import Outcome, Suggestion


class MemoryCuration:
    """See `CurationRecords`."""

    def __init__(self) -> None:
        self._granted: dict[str, Person] = {}
        self._suggestions: dict[str, Suggestion] = {}
        self._taken: dict[str, datetime] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._told: set[str] = set()

    def grant(self, person: Person, by: Person, at: datetime) -> None:  # noqa: ARG002 - nothing here asks when
        """See `CurationRecords.grant`."""
        self._granted[person.key] = by

    def revoke(self, person: Person) -> None:
        """See `CurationRecords.revoke`."""
        self._granted.pop(person.key, None)

    def granted(self) -> frozenset[str]:
        """See `CurationRecords.granted`."""
        return frozenset(self._granted)

    def suggest(self, suggestion: Suggestion) -> None:
        """See `CurationRecords.suggest`."""
        self._suggestions.setdefault(suggestion.ident, suggestion)
        if len(self._suggestions) > MOST_SUGGESTIONS:
            del self._suggestions[min(self._suggestions, key=lambda one: self._suggestions[one].at)]

    def suggestions(self, at: datetime) -> tuple[Suggestion, ...]:
        """See `CurationRecords.suggestions`."""
        waiting = (one for one in self._open() if not one.accepted and at - one.at <= MATTER_FOR)
        return tuple(sorted(waiting, key=lambda one: (one.at, one.ident)))

    def accept(self, ident: str, who: str) -> bool:
        """See `CurationRecords.accept`."""
        found = next((one for one in self._open() if one.ident == ident and not one.accepted), None)
        if found:
            self._suggestions[ident] = replace(found, accepted=who)
        return found is not None

    def errand(self, at: datetime) -> Suggestion | None:
        """See `CurationRecords.errand`."""
        for one in sorted(self._open(), key=lambda one: (one.at, one.ident)):
            taken = self._taken.get(one.ident)
            if one.accepted and (taken is None or at - taken > ERRAND_FOR):
                self._taken[one.ident] = at
                self._suggestions[one.ident] = replace(one, tries=one.tries + 1)
                return one
        return None

    def settle(self, outcome: Outcome) -> bool:
        """See `CurationRecords.settle`."""
        known = self._outcomes.get(outcome.ident)
        if known and not (known.verdict == "closed" and known.at < outcome.at):
            return False
        self._outcomes[outcome.ident] = outcome
        return True

    def settled(self) -> dict[str, datetime]:
        """See `CurationRecords.settled`."""
        return {ident: outcome.at for ident, outcome in self._outcomes.items()}

    def untold(self, platform: Platform) -> tuple[Outcome, ...]:
        """See `CurationRecords.untold`."""
        waiting = (one for ident, one in self._outcomes.items() if ident not in self._told)
        there = (one for one in waiting if one.person and one.person.platform == platform)
        return tuple(sorted(there, key=lambda one: (one.at, one.ident)))

    def tell(self, ident: str) -> bool:
        """See `CurationRecords.tell`."""
        is_first = ident in self._outcomes and ident not in self._told
        self._told.add(ident)
        return is_first

    def tell_again(self, ident: str) -> None:
        """See `CurationRecords.tell_again`."""
        self._told.discard(ident)

    def forget(self, workspace: Workspace) -> None:
        """Forget what its people may and what they handed in."""
        prefix = f"{workspace.key}:"
        self._granted = {key: by for key, by in self._granted.items() if not by.key.startswith(prefix)}
        kept = self._suggestions.items()
        self._suggestions = {key: one for key, one in kept if not one.by.key.startswith(prefix)}
        told = self._outcomes.items()
        self._outcomes = {key: one for key, one in told if not (one.person and one.person.key.startswith(prefix))}

    def forget_person(self, key: str, nobody: Person) -> int:
        """Let nothing name this person any more; how many things did."""
        roles = self._granted.keys() & {key, person_of_role(person_of(key)).key}
        found = len(roles)
        for role in roles:
            del self._granted[role]
        found += sum(by.key == key for by in self._granted.values())
        self._granted = {one: nobody if by.key == key else by for one, by in self._granted.items()}
        for ident, one in self._suggestions.items():
            named = replace(one, by=nobody if one.by.key == key else one.by)
            named = replace(named, accepted=nobody.key if one.accepted == key else one.accepted)
            found += named != one
            self._suggestions[ident] = named
        for ident, told in self._outcomes.items():
            unnamed = replace(told, who=nobody.key if told.who == key else told.who)
            is_theirs = told.person is not None and told.person.key == key
            unnamed = replace(unnamed, person=None if is_theirs else told.person)
            found += unnamed != told
            self._outcomes[ident] = unnamed
        return found

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than 400 days."""
        self._suggestions = {key: one for key, one in self._suggestions.items() if at - one.at <= MATTER_FOR}
        self._outcomes = {key: one for key, one in self._outcomes.items() if at - one.at <= MATTER_FOR}

    def _open(self) -> list[Suggestion]:
        return [one for ident, one in self._suggestions.items() if ident not in self._outcomes]
