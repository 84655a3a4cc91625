"""Whether what comes of a text is for nobody but who typed it, also where a channel's answers are for everybody."""

from bot.verbs.grammar import ORDERS, curating_in, verb_in
from bot.verbs.wishes import wish_in


def is_order(text: str) -> bool:
    """Whether a text begins with a verb of orders."""
    typed = verb_in(text)
    return typed is not None and typed.verb in ORDERS


def is_for_one(text: str) -> bool:
    """Settings, orders, and what curators do: everybody is told of a change besides."""
    return wish_in(text) is not None or is_order(text) or curating_in(text) is not None
