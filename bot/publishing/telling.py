"""What whoever set up a digest is told when it did not get to its channel, or perhaps did."""

from typing import Final

from bot.subscription import Delivery, Progress
from bot.wording.habits import day_in
from bot.wording.phrases import phrase
from knowledge.value import Language

_WORDS: Final[dict[Progress, str]] = {
    "uncertain": "told_uncertain",
    "refused": "told_refused",
    "failed": "told_failed",
}


def words_on(delivery: Delivery, language: Language) -> str:
    """A sentence for a person, who is shown the channel beside it."""
    day = day_in(delivery.day or delivery.due.date(), language)
    return phrase(_WORDS[delivery.progress], language, day, delivery.reason or "?")
