"""A message that is at hand is the very one that would be made anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given

from adapters.discord_app.looks import MOST, Looks
from adapters.discord_app.message import message
from adapters.discord_app.view import view_of
from bot.line import Line
from bot.reply import Note, Reply, Under

from .hostile import replies

ON = date(2026, 11, 21)
PERSONS = [(None, None), (7, None), (None, 8), (None, 9), (2**63, None)]
"""Who may take the message away, and who may share it."""


@pytest.fixture
def reply(shipped: Line) -> Reply:
    return replace(shipped.ask("meta", ON).reply, under=Under(key="one", buttons=("more", "quotes", "helpful")))


def _anew(one: Reply, asker: int | None, sharer: int | None) -> Any:
    return view_of(message(one, asker, sharer)).to_components()  # type: ignore[no-untyped-call]


def _at_hand(looks: Looks, one: Reply, asker: int | None, sharer: int | None) -> Any:
    return looks.view(one, asker, sharer).to_components()  # type: ignore[no-untyped-call]


def _answers(given: Reply) -> Iterator[Reply]:
    """The same answer as it is given to several, and with other buttons."""
    yield given
    for key, buttons in (("two", ("more", "quotes", "helpful")), ("three", ("unhelpful", "wrong", "compare"))):
        yield replace(given, under=Under(key=key, buttons=buttons))  # type: ignore[arg-type]
    yield replace(given, under=None)


def test_each_answer_has_its_own_key_and_each_person_their_own_buttons(reply: Reply) -> None:
    looks = Looks()
    for one, (asker, sharer) in product((*_answers(reply), *_answers(reply)), PERSONS):
        assert _at_hand(looks, one, asker, sharer) == _anew(one, asker, sharer)


def test_what_is_alike_is_written_once(reply: Reply) -> None:
    looks = Looks()
    first, again, *_, other = (_at_hand(looks, one, asker, None)[0] for asker, one in enumerate(_answers(reply)))
    assert again is first is not other


def test_anything_else_that_differs_is_written_anew(reply: Reply) -> None:
    looks = Looks()
    _at_hand(looks, reply, None, None)
    noted = replace(reply, notes=(Note(kind="hint", text="something new"),))
    assert _at_hand(looks, noted, None, None) == _anew(noted, None, None) != _anew(reply, None, None)


def test_replies_without_lines_are_told_apart(shipped: Line) -> None:
    looks = Looks()
    for text in ("samsung capex", "hi", "toyota capex", "samsung capex"):
        asked = shipped.ask(text, ON).reply
        assert _at_hand(looks, asked, 7, None) == _anew(asked, 7, None)


def test_no_more_are_kept_than_there_is_room_for(reply: Reply) -> None:
    looks = Looks()
    first = _at_hand(looks, reply, None, None)[0]
    others = [replace(reply, lines=(*reply.lines, *reply.lines[:1])) for _ in range(MOST)]
    for other in others:
        looks.view(other, None, None)
    assert _at_hand(looks, reply, None, None)[0] is not first


@given(replies)
def test_whatever_is_replied_looks_the_same(hostile: Reply) -> None:
    looks = Looks()
    for asker, sharer in (*PERSONS, *PERSONS):
        assert _at_hand(looks, hostile, asker, sharer) == _anew(hostile, asker, sharer)
