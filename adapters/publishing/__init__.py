"""Digests and alerts on their way: claimed in the ledger, handed to a platform, and seen to their end.

`claiming` opens what is due, `working` takes one delivery from step to step, `rounds` does both again and again. What
a platform has to be able to do stands in `port`.
"""

from adapters.publishing.port import Leaving, NotSent, Publisher, Refused, Unclear
from adapters.publishing.rounds import Pace, Rounds

__all__ = ["Leaving", "NotSent", "Pace", "Publisher", "Refused", "Rounds", "Unclear"]
