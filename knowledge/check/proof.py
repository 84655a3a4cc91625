"""What a check hands back: faults to mend, and notes that say what was proved and what could not be."""

from typing import Literal, NamedTuple

from knowledge.fault import FileFault
from knowledge.reason import Reason

Rule = Literal["quote", "amount", "statement", "names", "period", "time", "inferred", "languages", "identity"]
"""The groups of rules; an exemption names one of them."""


class Finding(NamedTuple):
    """One breach of one rule; `keys` lead from the claim to the part that is at fault."""

    rule: Rule
    keys: tuple[str | int, ...]
    what: Reason


class Proof(NamedTuple):
    """The outcome of a check: no faults means that everything the notes count was proved."""

    faults: tuple[FileFault, ...]
    notes: tuple[str, ...]
