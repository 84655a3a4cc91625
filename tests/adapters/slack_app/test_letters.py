"""The letter of a reply says what its message says, is written once for replies that hold the very same, and anew for
any other.
"""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from adapters.slack_app.blocks import message
from adapters.slack_app.letters import MOST, Letters, Readers
from bot.line import Line
from bot.reply import Button, Note, Reply, Under

ON = date(2026, 11, 21)
QUIET = {"unfurl_links": False, "unfurl_media": False}
BUTTONS: tuple[Button, ...] = ("more", "quotes")


def reply(line: Line, text: str = "meta capex") -> Reply:
    return line.ask(text, ON).reply


def kept(given: Reply, key: str) -> Reply:
    return replace(given, under=Under(key=key, buttons=BUTTONS))


def read(letters: Letters, given: Reply, readers: Readers = "ephemeral", person: str | None = None) -> Any:
    return json.loads(letters.of(given, readers, person))


def test_a_letter_has_the_key_and_the_asker_of_each_answer(shipped: Line) -> None:
    letters, given = Letters(), reply(shipped)
    for key, person in (("one", "U1"), ("other", "U2"), ("third", None)):
        shown = kept(given, key)
        expected = message(shown, sharer=person) | QUIET | {"response_type": "ephemeral"}
        assert read(letters, shown, "ephemeral", person) == expected


def test_a_letter_for_everybody_is_deleted_by_its_asker_and_not_shared(shipped: Line) -> None:
    letters, given = Letters(), kept(reply(shipped), "one")
    read(letters, given, "ephemeral", "U1")
    for person in ("U1", "U2"):
        expected = message(given, asker=person) | QUIET | {"response_type": "in_channel"}
        assert read(letters, given, "in_channel", person) == expected


def test_anything_else_that_differs_is_written_anew(shipped: Line) -> None:
    letters, given = Letters(), kept(reply(shipped), "one")
    read(letters, given)
    noted = replace(given, notes=(Note(kind="hint", text="something new"),))
    assert read(letters, noted)["blocks"] == message(noted)["blocks"] != message(given)["blocks"]
    fewer = replace(given, under=Under(key="one", buttons=("wrong",)))
    assert read(letters, fewer)["blocks"] == message(fewer)["blocks"]


def test_replies_without_lines_are_told_apart(shipped: Line) -> None:
    letters = Letters()
    for text in ("samsung capex", "hi", "toyota capex", "samsung capex"):
        asked = reply(shipped, text)
        assert read(letters, asked)["blocks"] == message(asked)["blocks"]


@pytest.mark.parametrize("person", ['U"1', "U\\1", "ü</script>"])
def test_whatever_an_id_is_made_of_stays_an_id(shipped: Line, person: str) -> None:
    shown = kept(reply(shipped), "one")
    assert read(Letters(), shown, "ephemeral", person)["blocks"] == message(shown, sharer=person)["blocks"]


def test_no_more_are_kept_than_there_is_room_for(shipped: Line) -> None:
    letters, given = Letters(), reply(shipped)
    others = [replace(given, lines=(*given.lines, *given.lines[:1])) for _ in range(MOST + 1)]
    for other in others:
        letters.of(other, "ephemeral", None)
    assert len(letters) == MOST
