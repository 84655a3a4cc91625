"""The phrasings of the claims that are shipped, read when a question first needs them: most are answered by names."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.statements.phrasings import Phrasings

_PHRASINGS = Path(__file__).with_name("phrasings.txt")
_UNANSWERED = Path(__file__).with_name("unanswered.txt")


@cache
def shipped_phrasings() -> "Phrasings":
    """All of them."""
    from bot.statements.phrasings import Phrasings  # arrays take a tenth of a second to load

    return Phrasings(shipped_lines(), unanswered_lines())


def shipped_lines() -> list[str]:
    """The lines of `phrasings.txt`."""
    return _PHRASINGS.read_text(encoding="utf-8").splitlines()


def unanswered_lines() -> list[str]:
    """The lines of `unanswered.txt`: a language and a question that no claim answers."""
    return _UNANSWERED.read_text(encoding="utf-8").splitlines()
