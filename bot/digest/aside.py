"""Something worth knowing for a day with little news: a figure of the base, another one each time.

Which one is fixed by the channel, the claims there are and those that it was told lately, so that every process
chooses alike and no channel gets the same order as its neighbour.
"""

from collections.abc import Collection, Iterable
from datetime import timedelta
from hashlib import sha256
from typing import Final

from knowledge.claim import Claim

NOT_AGAIN_FOR: Final = timedelta(days=60)
"""How long a claim that was told as worth knowing is not told as that again."""

LITTLE: Final = 2
"""So many new things are little."""

_TOLD: Final = ("level", "change", "share")
"""Measures whose figure speaks for itself."""


def aside_for(channel: str, claims: Iterable[Claim], lately: Collection[str]) -> Claim | None:
    """The claim that is worth knowing in a channel; None where all were told lately."""
    left = [claim for claim in claims if claim.amount and claim.measure in _TOLD and claim.id not in lately]
    return min(left, key=lambda claim: sha256(f"{channel} {claim.id}".encode()).digest(), default=None)
