"""A body is rendered once for replies that hold the very same, and anew for any other."""

from dataclasses import replace
from datetime import date

from adapters.slack_app.blocks import message
from adapters.slack_app.looks import MOST, Looks
from bot.line import Line
from bot.reply import Note, Reply, Under

ON = date(2026, 11, 21)


def reply(line: Line, text: str = "meta capex") -> Reply:
    return line.ask(text, ON).reply


def test_what_stands_under_an_answer_is_its_own(shipped: Line) -> None:
    looks, given = Looks(), reply(shipped)
    one, other = (replace(given, under=Under(key=key, buttons=("more",))) for key in ("one", "other"))
    assert looks.of(one) is looks.of(other)
    for shown in (one, other):
        assert message(shown, "U1", looks=looks.of(shown)) == message(shown, "U1")


def test_anything_else_that_differs_is_rendered_anew(shipped: Line) -> None:
    looks, given = Looks(), reply(shipped)
    looks.of(given)
    noted = replace(given, notes=(Note(kind="hint", text="something new"),))
    assert message(noted, looks=looks.of(noted)) == message(noted) != message(given)


def test_replies_without_lines_are_told_apart(shipped: Line) -> None:
    looks = Looks()
    for text in ("samsung capex", "hi", "toyota capex", "samsung capex"):
        asked = reply(shipped, text)
        assert message(asked, looks=looks.of(asked)) == message(asked)


def test_no_more_are_kept_than_there_is_room_for(shipped: Line) -> None:
    looks, given = Looks(), reply(shipped)
    first = looks.of(given)
    others = [replace(given, lines=(*given.lines, *given.lines[:1])) for _ in range(MOST)]
    for other in others:
        looks.of(other)
    assert looks.of(given) is not first
