"""The port of the records: what an adapter needs remembered, wherever it is kept.

Times are given by the caller, so that retention is arithmetic and nothing here asks a clock.
"""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.gap import AskedGap, Gap
from bot.people import Audience, Orderers, Person, Place, Platform, Workspace
from bot.question import Question
from bot.records.port_of_answers import AnswerRecords, ReportRecords
from bot.records.port_of_curation import CurationRecords
from bot.records.port_of_digests import DigestRecords
from bot.records.port_of_feeds import FeedRecords
from knowledge.value import Language

SEEN_FOR: Final = timedelta(days=1)
"""How long a delivery is known, so that its repetition is not answered again."""

QUESTION_FOR: Final = timedelta(days=7)
"""How long the last question of a thread or a direct message may be built on."""

CHANNEL_QUESTION_FOR: Final = timedelta(minutes=15)
"""How long one's own last question in a channel may be built on."""

EDIT_FOR: Final = timedelta(minutes=1)
"""How long an edited message has its reply updated."""

GAP_FOR: Final = timedelta(days=180)
"""How long a question without an answer is kept after it was asked last."""

MOST_GAPS: Final = 10_000
"""Questions without an answer that are kept, so that nobody fills the disk; the one that was asked last longest ago
leaves first."""


class Records(Protocol):
    """What was seen, asked last or in vain, what people set, and what the program keeps for its next start."""

    @property
    def answers(self) -> AnswerRecords:
        """The answers that were shown, and what people think of them."""

    @property
    def reports(self) -> ReportRecords:
        """The reports of wrong figures."""

    @property
    def digests(self) -> DigestRecords:
        """What channels have ordered, and the ledger of what they were sent."""

    @property
    def curation(self) -> CurationRecords:
        """Who curates, what is suggested, and what became of it."""

    @property
    def feeds(self) -> FeedRecords:
        """The feeds that are followed."""

    def together(self) -> AbstractContextManager[None]:
        """Within, what this thread writes is written as one where that is cheaper; what fails undoes nothing else."""

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """Whether no process has seen this delivery before; from now on it is seen."""

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """Keep which reply (by its platform id) was given to a message, so that an edit can update it."""

    def reply_to(self, message: str, at: datetime) -> str | None:
        """The reply that was given to a message within the last minute."""

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """Keep the question as the last one of this conversation."""

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        """The question that a follow-up by this person at this place builds on."""

    def keep(self, key: str, value: str, at: datetime) -> None:
        """Keep a value of the program's own, of no person, until another takes its place."""

    def kept(self, key: str) -> str | None:
        """The value that was kept last under this key."""

    def missed(self, gap: Gap, at: datetime) -> None:
        """Count a question that had no answer."""

    def gaps(self, at: datetime) -> tuple[AskedGap, ...]:
        """The questions without an answer, most often asked first, then the latest."""

    def install(self, workspace: Workspace, sealed: str, at: datetime) -> None:
        """Keep what a workspace gave the bot, sealed by the caller, in place of what it gave before."""

    def installation(self, workspace: Workspace) -> str | None:
        """What `install` kept last for this workspace, until it is forgotten."""

    def forget_workspace(self, workspace: Workspace, until: datetime) -> bool:
        """Forget all that is a workspace's, deliveries excepted; False, and nothing, if installed since `until`."""

    def forget_person(self, key: str) -> int:
        """Let nothing name the person with this key any more; how many things did."""

    def prefer(self, person: Person, language: Language | None, at: datetime) -> None:
        """Keep the language in which a person is answered where a text shows none; None takes it back."""

    def preferred(self, person: Person) -> Language | None:
        """The language that the person set."""

    def show_to(self, place: Place, audience: Audience, at: datetime) -> None:
        """Keep who sees the answers to commands in a channel."""

    def audience(self, place: Place) -> Audience:
        """Who sees the answers to commands in the channel of a place."""

    def let_order(self, place: Place, orderers: Orderers, at: datetime) -> None:
        """Keep who may order digests and alerts in a channel."""

    def orderers(self, place: Place) -> Orderers:
        """Who may order in the channel of a place."""

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than its time."""


def conversation_key(place: Place, person: Person) -> str:
    """Whose conversation it is: a thread and a direct message are one, in a channel each person has an own."""
    return place.key if place.thread or place.direct else f"{place.key}|{person.key}"


def channel_key(place: Place) -> str:
    """The channel of a place, with all its threads."""
    return f"{place.platform}:{place.workspace}:{place.channel}"


def workspace_key(platform: Platform, workspace: str) -> str:
    """A workspace as one string, unique over platforms."""
    return f"{platform}:{workspace}"


def builds_for(place: Place) -> timedelta:
    """How long a question at this place may be built on."""
    return QUESTION_FOR if place.thread or place.direct else CHANNEL_QUESTION_FOR
