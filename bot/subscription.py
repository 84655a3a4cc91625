"""What channels have ordered: a digest each, alerts on what they follow; and what became of each delivery.

Pure values. A delivery is known by its channel and slot, of which there is one only: a digest's slot is its local day,
that of alerts the change after which they tell.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from bot.people import Person, Place
from bot.schedule import Schedule
from knowledge.value import Language

Kind = Literal["digest", "alert"]

Standing = Literal["on", "off", "paused"]
"""Whether a channel gets its digest: `paused` is what the bot does where it cannot write, `off` what people do."""

Progress = Literal["claimed", "sending", "posted", "done", "silent", "uncertain", "refused", "failed"]
"""How far a delivery is.

- claimed: a process has it, and has sent nothing
- sending: the process sends; if it dies now, only the platform knows whether the message stands there
- posted: the message stands there, its rest not yet
- done: all of it stands there
- silent: nothing was new, and the channel wants nothing then
- uncertain: it may stand there, and is not sent again
- refused: the platform lets the bot write there no more
- failed: it could not be sent as long as it was worth it
"""

OPEN: Final[tuple[Progress, ...]] = ("claimed", "sending", "posted")
TOLD: Final[tuple[Progress, ...]] = ("posted", "done", "silent", "uncertain")
"""With these the news up to the delivery's change counts as told."""


@dataclass(frozen=True, kw_only=True)
class Interest:
    """What news are chosen by: subjects and metrics by id, either of them empty for all."""

    subjects: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()


EVERYTHING: Final = Interest()


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """A channel's digest: when and what, set up by whom, and since which change of the base it is told of.

    `on_empty_days` is whether a day without news is told in a line. `reason` says why it is paused.
    """

    place: Place
    by: Person
    schedule: Schedule
    language: Language
    on: Interest = EVERYTHING
    on_empty_days: bool = True
    since: int = 0
    standing: Standing = "on"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Follow:
    """What a channel wants to be alerted of: a subject, a metric, or one of the other; told of later changes only."""

    place: Place
    by: Person
    language: Language
    subject: str = ""
    metric: str = ""
    since: int = 0


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A message that is owed to a channel, or was: news of the changes after `after`, up to `upto`.

    Attributes:
        attempt: counts who had it, each with a higher number, so that a process that lost it can be told from the one
            that has it.
        due: when it was due; `at` is when something was last done for it.
        message: the platform's id of it; `pages` is how many of its thread's messages were begun.
        reason: why it did not get there.
        aside: the claim that it tells as worth knowing; `claims` are those of an alert.
    """

    channel: str
    slot: str
    kind: Kind
    progress: Progress
    attempt: int
    due: datetime
    at: datetime
    after: int
    upto: int
    message: str = ""
    pages: int = 0
    reason: str = ""
    aside: str = ""
    claims: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The local day of a digest; None for alerts."""
        return date.fromisoformat(self.slot) if self.kind == "digest" else None


def slot_of_day(day: date) -> str:
    """The slot of a day's digest."""
    return day.isoformat()


def slot_of_alert(after: int) -> str:
    """The slot of the alert that follows a change."""
    return f"after {after}"
