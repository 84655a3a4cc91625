"""The buttons that stand under an answer on Discord: they know the answer by its key, and who asked by the person's id.

They alone differ where the same is answered again: so their words, and what they do, are found once; key and person are
put into their ids each time.
"""

from functools import lru_cache
from typing import Final

from adapters.discord_app.ids import act_id, delete_id
from adapters.discord_app.layout import Button, Rows, in_rows
from bot.reply import Button as Name
from bot.reply import Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

_THUMBS: Final = {"helpful": "👍", "unhelpful": "👎"}
"""What is said by a sign."""

_KEY, _ASKER, _SHARER = "{0}", "{1}", "{2}"
"""The places in open ids, in the order in which they are filled."""


def below(reply: Reply, asker: int | None, sharer: int | None, *, is_cut: bool) -> Rows:
    """The rows under an answer: buttons with words, then signs with what is for one person.

    `asker` is the id of who can take the message away, `sharer` of who can show a private one to everybody. Where lines
    did not fit, the rest of them is behind *More* too.
    """
    key = reply.under.key if reply.under else ""
    rows = anybodys(reply, asker, sharer, is_cut=is_cut)
    return tuple(tuple(Button(one.label, one.id.format(key, asker, sharer)) for one in row) for row in rows)


def anybodys(reply: Reply, asker: int | None, sharer: int | None, *, is_cut: bool) -> Rows:
    """The same rows, alike for all who are given the same buttons: their ids are open.

    `format` closes them, given the key of the answer, the asker and the sharer.
    """
    names = reply.under.buttons if reply.under else None
    return _anybodys(names, reply.language, is_cut, asker is not None, sharer is not None)


@lru_cache
def _anybodys(
    names: tuple[Name, ...] | None,
    language: Language,
    is_cut: bool,  # noqa: FBT001 - what a cache looks up
    deletes: bool,  # noqa: FBT001
    shares: bool,  # noqa: FBT001
) -> Rows:
    words, last = [], []
    if names is not None:
        further: tuple[Name, ...] = ("more",) if is_cut and "more" not in names else ()
        words = [_act(phrase(name, language), name, language) for name in (*further, *names) if name not in _THUMBS]
        last = [_act(_THUMBS[name], name, language) for name in names if name in _THUMBS]
        if shares:
            last.append(Button(phrase("share_here", language), act_id("share", language, _KEY, _SHARER)))
    if deletes:
        last.append(Button(phrase("delete", language), delete_id(_ASKER)))
    return (*in_rows(words), *in_rows(last))


def _act(label: str, name: Name, language: Language) -> Button:
    return Button(label, act_id(name, language, _KEY))
