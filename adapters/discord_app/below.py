"""The buttons that stand under an answer on Discord: they know the answer by its key, and who asked by the person's id.

They alone differ where the same is answered again: so their words, and what they do, are found once; key and person are
put behind that each time.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from adapters.discord_app.ids import DELETING, acting
from adapters.discord_app.layout import Button, Rows, in_rows
from bot.reply import Button as Name
from bot.reply import Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

_THUMBS: Final = {"helpful": "👍", "unhelpful": "👎"}
"""What is said by a sign."""

Tails = tuple[str, str, str]
"""How ids end for an answer and its persons: with the key, with key and sharer, with the asker."""

_KEY, _SHARER, _ASKER = range(3)


class Open(NamedTuple):
    """A button as everybody is given it: `begin` is how its id begins, `tail` says with which of `Tails` it ends."""

    label: str
    begin: str
    tail: int


def below(reply: Reply, asker: int | None, sharer: int | None, *, is_cut: bool) -> Rows:
    """The rows under an answer: buttons with words, then signs with what is for one person.

    `asker` is the id of who can take the message away, `sharer` of who can show a private one to everybody. Where lines
    did not fit, the rest of them is behind *More* too.
    """
    tails, rows = tails_of(reply, asker, sharer), everybodys(reply, asker, sharer, is_cut=is_cut)
    return tuple(tuple(Button(one.label, one.begin + tails[one.tail]) for one in row) for row in rows)


def tails_of(reply: Reply, asker: int | None, sharer: int | None) -> Tails:
    """How the ids end that stand under this answer, for these persons."""
    key = reply.under.key if reply.under else ""
    return key, f"{key}:{sharer}", str(asker)


def everybodys(reply: Reply, asker: int | None, sharer: int | None, *, is_cut: bool) -> tuple[tuple[Open, ...], ...]:
    """The same rows, alike for all who are given these buttons."""
    names = reply.under.buttons if reply.under else None
    return _everybodys(names, reply.language, is_cut, asker is not None, sharer is not None)


@lru_cache
def _everybodys(
    names: tuple[Name, ...] | None,
    language: Language,
    is_cut: bool,  # noqa: FBT001 - what a cache looks up
    deletes: bool,  # noqa: FBT001
    shares: bool,  # noqa: FBT001
) -> tuple[tuple[Open, ...], ...]:
    words, last = [], []
    if names is not None:
        further: tuple[Name, ...] = ("more",) if is_cut and "more" not in names else ()
        named = [(_THUMBS.get(name) or phrase(name, language), name) for name in (*further, *names)]
        words = [Open(label, acting(name, language), _KEY) for label, name in named if name not in _THUMBS]
        last = [Open(label, acting(name, language), _KEY) for label, name in named if name in _THUMBS]
        if shares:
            last.append(Open(phrase("share_here", language), acting("share", language), _SHARER))
    if deletes:
        last.append(Open(phrase("delete", language), DELETING, _ASKER))
    return (*in_rows(words), *in_rows(last))
