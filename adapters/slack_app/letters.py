"""Answers to commands that are at hand as they go out: the line gives the same reply to the same question.

A letter is written once, with a stand-in where each answer's own key stands and one where the asker's id does; both
are random, so that nothing else in a letter is ever taken for them. Two replies have the same letter where all that
they hold is the very same, but for the key of what stands under them. To compare what they hold by its value would
take as long as to render it.
"""

import json
from collections import OrderedDict
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from adapters.slack_app.blocks import message
from bot.reply import Reply
from bot.shown_answer import new_key

Readers = Literal["ephemeral", "in_channel"]
"""Who reads an answer, in Slack's words: its asker alone, or everybody in the channel."""

MOST: Final = 256

_Kind = tuple[int, Readers, bool, bool]


class _Letter(NamedTuple):
    """The letter for a reply, with stand-ins for the key and the person."""

    reply: Reply
    text: str
    key: str
    person: str


class Letters:
    """The letters that were sent last."""

    def __init__(self) -> None:
        self._known: OrderedDict[_Kind, _Letter] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def of(self, reply: Reply, readers: Readers, person: str | None) -> str:
        """The answer to a command, as JSON.

        The person may delete an answer that everybody reads, and share one that nobody else does; None may neither.
        """
        kind = id(reply.lines), readers, person is None, reply.under is None
        letter = self._known.pop(kind, None)
        if letter is None or not _are_alike(reply, letter.reply):
            letter = _written(reply, readers, person)
        self._known[kind] = letter
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        text = letter.text.replace(letter.key, reply.under.key) if reply.under else letter.text
        return text.replace(letter.person, json.dumps(person)[1:-1]) if person else text


def _are_alike(one: Reply, other: Reply) -> bool:
    return one.holds_the_same(other) and (one.under and one.under.buttons) == (other.under and other.under.buttons)


def _written(reply: Reply, readers: Readers, person: str | None) -> _Letter:
    key, stand_in = new_key(), new_key()
    anybody = person and stand_in
    shown = replace(reply, under=replace(reply.under, key=key)) if reply.under else reply
    content = message(shown, asker=anybody) if readers == "in_channel" else message(shown, sharer=anybody)
    quiet = {"response_type": readers, "unfurl_links": False, "unfurl_media": False}
    return _Letter(reply, json.dumps(quiet | content), key, stand_in)
