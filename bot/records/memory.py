"""Records kept in this process: for a base that cannot be written, and for tests.

They forget with the process; until then they keep every promise but the one across processes.
"""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime

from bot.gap import AskedGap, Gap
from bot.people import Audience, Orderers, Person, Place, Workspace
from bot.question import Question
from bot.records.forgetting import nobody_like
from bot.records.memory_answers import MemoryAnswers, MemoryReports
from bot.records.memory_curation import MemoryCuration
from bot.records.memory_digests import MemoryDigests
from bot.records.memory_feeds import MemoryFeeds
from bot.records.port import (
    EDIT_FOR,
    GAP_FOR,
    MOST_GAPS,
    QUESTION_FOR,
    SEEN_FOR,
    builds_for,
    channel_key,
    conversation_key,
    workspace_key,
)
from knowledge.value import Language


class MemoryRecords:
    """See `Records`."""

    def __init__(self) -> None:
        self._seen: dict[str, datetime] = {}
        self._replies: dict[str, tuple[datetime, str]] = {}
        self._questions: dict[str, tuple[datetime, Question]] = {}
        self._kept: dict[str, str] = {}
        self._gaps: dict[tuple[str, str], AskedGap] = {}
        self._installations: dict[str, tuple[datetime, str]] = {}
        self._languages: dict[Person, Language] = {}
        self._audiences: dict[tuple[str, str], Audience] = {}
        self._orderers: dict[tuple[str, str], Orderers] = {}
        self.answers = MemoryAnswers()
        self.reports = MemoryReports()
        self.digests = MemoryDigests()
        self.curation = MemoryCuration()
        self.feeds = MemoryFeeds()

    def together(self) -> AbstractContextManager[None]:
        """See `Records.together`."""
        return nullcontext()

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """See `Records.first_sight`."""
        if delivery in self._seen:
            return False
        self._seen[delivery] = at
        return True

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """See `Records.answered`."""
        self._replies[message] = at, reply

    def reply_to(self, message: str, at: datetime) -> str | None:
        """See `Records.reply_to`."""
        answered, reply = self._replies.get(message, (None, None))
        return reply if answered and at - answered <= EDIT_FOR else None

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """See `Records.remember`."""
        self._questions[conversation_key(place, person)] = at, question

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        """See `Records.last_question`."""
        asked, question = self._questions.get(conversation_key(place, person), (None, None))
        return question if asked and at - asked <= builds_for(place) else None

    def keep(self, key: str, value: str, at: datetime) -> None:  # noqa: ARG002 - nothing here asks how old it is
        """See `Records.keep`."""
        self._kept[key] = value

    def kept(self, key: str) -> str | None:
        """See `Records.kept`."""
        return self._kept.get(key)

    def missed(self, gap: Gap, at: datetime) -> None:
        """See `Records.missed`."""
        key = gap.folded, gap.reason
        known = self._gaps.get(key)
        self._gaps[key] = _asked_again(known, gap, at) if known else AskedGap(gap=gap, count=1, first=at, last=at)
        if len(self._gaps) > MOST_GAPS:
            del self._gaps[min(self._gaps, key=lambda key: self._gaps[key].last)]

    def gaps(self, at: datetime) -> tuple[AskedGap, ...]:
        """See `Records.gaps`."""
        kept = (asked for asked in self._gaps.values() if at - asked.last <= GAP_FOR)
        return tuple(sorted(kept, key=lambda asked: (asked.count, asked.last), reverse=True))

    def install(self, workspace: Workspace, sealed: str, at: datetime) -> None:
        """See `Records.install`."""
        self._installations[workspace.key] = at.replace(microsecond=0), sealed

    def installation(self, workspace: Workspace) -> str | None:
        """See `Records.installation`."""
        return self._installations[workspace.key][1] if workspace.key in self._installations else None

    def forget_workspace(self, workspace: Workspace, until: datetime) -> bool:
        """See `Records.forget_workspace`."""
        installed = self._installations.get(workspace.key)
        if installed and installed[0] > until:
            return False
        self._installations.pop(workspace.key, None)
        prefix = f"{workspace.key}:"
        self._questions = {key: kept for key, kept in self._questions.items() if not key.startswith(prefix)}
        self._replies = {key: kept for key, kept in self._replies.items() if not key.startswith(prefix)}
        self._languages = {one: set_ for one, set_ in self._languages.items() if not one.key.startswith(prefix)}
        self._audiences = {key: set_ for key, set_ in self._audiences.items() if key[0] != workspace.key}
        self._orderers = {key: set_ for key, set_ in self._orderers.items() if key[0] != workspace.key}
        self.answers.forget(workspace)
        self.reports.forget(workspace)
        self.digests.forget(workspace)
        self.curation.forget(workspace)
        return True

    def forget_person(self, key: str) -> int:
        """See `Records.forget_person`."""
        languages = [person for person in self._languages if person.key == key]
        asked = [known for known in self._questions if known.endswith(f"|{key}")]
        for person in languages:
            del self._languages[person]
        for known in asked:
            del self._questions[known]
        nobody = nobody_like(key)
        found = self.answers.forget_person(key) + self.reports.forget_person(key, nobody)
        return found + self.curation.forget_person(key, nobody) + len(languages) + len(asked)

    def prefer(self, person: Person, language: Language | None, at: datetime) -> None:  # noqa: ARG002 - as in `keep`
        """See `Records.prefer`."""
        self._languages.pop(person, None)
        if language:
            self._languages[person] = language

    def preferred(self, person: Person) -> Language | None:
        """See `Records.preferred`."""
        return self._languages.get(person)

    def show_to(self, place: Place, audience: Audience, at: datetime) -> None:  # noqa: ARG002 - as in `keep`
        """See `Records.show_to`."""
        self._audiences[workspace_key(place.platform, place.workspace), channel_key(place)] = audience

    def audience(self, place: Place) -> Audience:
        """See `Records.audience`."""
        return self._audiences.get((workspace_key(place.platform, place.workspace), channel_key(place)), "private")

    def let_order(self, place: Place, orderers: Orderers, at: datetime) -> None:  # noqa: ARG002 - as in `keep`
        """See `Records.let_order`."""
        self._orderers[workspace_key(place.platform, place.workspace), channel_key(place)] = orderers

    def orderers(self, place: Place) -> Orderers:
        """See `Records.orderers`."""
        return self._orderers.get((workspace_key(place.platform, place.workspace), channel_key(place)), "admins")

    def clean_up(self, at: datetime) -> None:
        """See `Records.clean_up`."""
        self._seen = {key: seen for key, seen in self._seen.items() if at - seen <= SEEN_FOR}
        self._replies = {key: kept for key, kept in self._replies.items() if at - kept[0] <= EDIT_FOR}
        self._questions = {key: kept for key, kept in self._questions.items() if at - kept[0] <= QUESTION_FOR}
        self._gaps = {key: asked for key, asked in self._gaps.items() if at - asked.last <= GAP_FOR}
        self.answers.clean_up(at)
        self.reports.clean_up(at)
        self.digests.clean_up(at)
        self.curation.clean_up(at)
        self.feeds.clean_up(at)


def _asked_again(known: AskedGap, gap: Gap, at: datetime) -> AskedGap:
    latest = gap if at >= known.last else known.gap
    return replace(known, gap=latest, count=known.count + 1, first=min(known.first, at), last=max(known.last, at))
