"""What passes over the wire, and how the fake says no.

Two ways of saying no are kept apart. A `Refusal` comes from the state of the workspace (an archived channel, a revoked
token): a bot cannot know it before and is to cope with it. A `Breach` is the bot's own fault (a block too long, no
text): it is answered as Slack answers it and kept besides, so that a test can demand that there was none.
"""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """An answer with `ok: false`; `problems` are the sentences Slack adds about blocks and arguments."""

    def __init__(self, error: str, *problems: str) -> None:
        super().__init__(error, *problems)
        self.error = error
        self.problems = problems

    def answer(self) -> Json:
        """The answer as Slack words it."""
        told: Json = {"ok": False, "error": self.error}
        if self.problems:
            told["errors"] = list(self.problems)
            told["response_metadata"] = {"messages": [f"[ERROR] {problem}" for problem in self.problems]}
        return told


class Breach(Refusal):
    """A refusal for which the bot alone is to blame."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that the bot broke: in which call, with which error, and the body that it sent."""

    where: str
    error: str
    problems: tuple[str, ...]
    body: Json

    def __str__(self) -> str:
        return "; ".join((f"{self.where}: {self.error}", *self.problems))
