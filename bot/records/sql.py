"""Records shared by all processes that share the base: one database, and a module for each thing recorded in it."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Self

from bot.gap import AskedGap, Gap
from bot.people import Audience, Orderers, Person, Place, Workspace
from bot.question import Question
from bot.records.answers import Answers
from bot.records.curation import Curation
from bot.records.database import Database
from bot.records.deliveries import Deliveries
from bot.records.digests import Digests
from bot.records.feeds import Feeds
from bot.records.forgetting import Forgetting
from bot.records.former import drop_former
from bot.records.gaps import Gaps
from bot.records.installations import Installations
from bot.records.last_questions import LastQuestions
from bot.records.own_values import OwnValues
from bot.records.replies import Replies
from bot.records.reports import Reports
from bot.records.settings import SettingsRecords
from knowledge.store.location import Location
from knowledge.value import Language


class SqlRecords:
    """See `Records`. Raises Fault where the database cannot be reached or written."""

    def __init__(self, url: str | None) -> None:
        """Open the records beside the base at `url`, made or migrated where needed."""
        base = Location(url)
        self._database = Database(base.beside("records"))
        self._deliveries = Deliveries(self._database)
        self._replies = Replies(self._database)
        self._questions = LastQuestions(self._database)
        self._values = OwnValues(self._database)
        self._gaps = Gaps(self._database)
        self._installations = Installations(self._database)
        self._settings = SettingsRecords(self._database)
        self.answers = Answers(self._database)
        self.reports = Reports(self._database)
        self.digests = Digests(self._database)
        self.curation = Curation(self._database)
        self._forgetting = Forgetting(self._database)
        self.feeds = Feeds(self._database)
        if base.is_sqlite:
            drop_former(base)

    def close(self) -> None:
        """Let go of all connections."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def together(self) -> AbstractContextManager[None]:
        """See `Records.together`."""
        return self._database.together()

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """See `Records.first_sight`."""
        return self._deliveries.first_sight(delivery, at)

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """See `Records.answered`."""
        self._replies.answered(message, reply, at)

    def reply_to(self, message: str, at: datetime) -> str | None:
        """See `Records.reply_to`."""
        return self._replies.reply_to(message, at)

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """See `Records.remember`."""
        self._questions.remember(place, person, question, at)

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        """See `Records.last_question`."""
        return self._questions.last_question(place, person, at)

    def keep(self, key: str, value: str, at: datetime) -> None:
        """See `Records.keep`."""
        self._values.keep(key, value, at)

    def kept(self, key: str) -> str | None:
        """See `Records.kept`."""
        return self._values.kept(key)

    def missed(self, gap: Gap, at: datetime) -> None:
        """See `Records.missed`."""
        self._gaps.missed(gap, at)

    def gaps(self, at: datetime) -> tuple[AskedGap, ...]:
        """See `Records.gaps`."""
        return self._gaps.gaps(at)

    def install(self, workspace: Workspace, sealed: str, at: datetime) -> None:
        """See `Records.install`."""
        self._installations.install(workspace, sealed, at)

    def installation(self, workspace: Workspace) -> str | None:
        """See `Records.installation`."""
        return self._installations.installation(workspace)

    def forget_workspace(self, workspace: Workspace, until: datetime) -> bool:
        """See `Records.forget_workspace`."""
        if not self._installations.forget_workspace(workspace, until):
            return False
        self._settings.forget_workspace(workspace)
        return True

    def forget_person(self, key: str) -> int:
        """See `Records.forget_person`."""
        return self._forgetting.forget_person(key)

    def prefer(self, person: Person, language: Language | None, at: datetime) -> None:
        """See `Records.prefer`."""
        self._settings.prefer(person, language, at)

    def preferred(self, person: Person) -> Language | None:
        """See `Records.preferred`."""
        return self._settings.preferred(person)

    def show_to(self, place: Place, audience: Audience, at: datetime) -> None:
        """See `Records.show_to`."""
        self._settings.show_to(place, audience, at)

    def audience(self, place: Place) -> Audience:
        """See `Records.audience`."""
        return self._settings.audience(place)

    def let_order(self, place: Place, orderers: Orderers, at: datetime) -> None:
        """See `Records.let_order`."""
        self._settings.let_order(place, orderers, at)

    def orderers(self, place: Place) -> Orderers:
        """See `Records.orderers`."""
        return self._settings.orderers(place)

    def clean_up(self, at: datetime) -> None:
        """See `Records.clean_up`."""
        rest = (self._gaps, self.answers, self.reports, self.digests, self.curation, self.feeds)
        for one in (self._deliveries, self._replies, self._questions, *rest):
            one.clean_up(at)
