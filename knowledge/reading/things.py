"""Things that this field counts in plain figures: people, jobs, customers and chips.

Beside one of them a bare number is a count without more ado ("1156 Mitarbeiter", "100K H100s"); beside anything else
a small number is too often a name, a rank or a part of one.
"""

import re
from functools import cache

from knowledge.reading.phrases import words
from knowledge.reading.tokens import Tokens

_COUNTED = frozenset(
    words(
        "mitarbeiter mitarbeitern mitarbeiterinnen mitarbeitende mitarbeitenden beschäftigte beschäftigten angestellte "
        "angestellten arbeitnehmer arbeitnehmern menschen personen stellen arbeitsplätze arbeitsplätzen jobs "
        "vollzeitstellen kunden nutzer nutzern nutzerinnen abonnenten ingenieure ingenieuren chips grafikchips "
        "grafikprozessoren server servern rechenzentren gpus tpus cpus employees staff workers people jobs positions "
        "customers users subscribers engineers researchers developers servers accelerators processors"
    )
)
_RANKED = frozenset(("top", "fortune", "global"))


def is_counted(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` is such a thing; a chip's name in the plural ("H100s") is one."""
    return tokens[index].key in _COUNTED or _chips().fullmatch(tokens[index].key) is not None


def is_ranked(tokens: Tokens, index: int) -> bool:
    """Whether the word before `index` makes the number there part of a name: "Fortune 500", "top 100"."""
    return tokens[index - 1].key in _RANKED


@cache
def _chips() -> re.Pattern[str]:
    return re.compile("[a-z]{1,3}[0-9]{2,4}s")
