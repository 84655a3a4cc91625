"""The terminal's door: a conversation through a pipe, read from what is written to the output.

The output is so wide that no row wraps, and is never a terminal, so that every escape sequence in it came from a text.
"""

import contextlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.terminal.border import border
from adapters.terminal.chat import converse
from adapters.terminal.noting import Noting
from bot.line import Line
from bot.records import Records
from tests.adapters.test_inert import FORBIDDEN
from tests.contract.scenes import Way
from tests.contract.shown import Shown, read_back

_GOODBYE = re.compile(r"^(Goodbye\.|Auf Wiedersehen\.)$", re.MULTILINE)
_CHOICE = "  → "
_ADDRESS = re.compile(r" {4}(https?://.*)")


class TerminalDoor:
    """`capex chat` over a line."""

    def __init__(self, line: Line, records: Records) -> None:
        self._line = line
        self._records = records

    def enter(self) -> "TerminalVisit":
        """Begin a conversation."""
        return TerminalVisit(self._line, self._records)

    def breaches(self) -> list[str]:
        """A terminal has no rules."""
        return []


class TerminalVisit:
    """One conversation. A pipe is read to its end, so that it is held anew, with all that was said, for each text."""

    def __init__(self, line: Line, records: Records) -> None:
        self._line = line
        self._records = records
        self._said: list[str] = []
        self._seen = ""
        self._last = read_back(())

    @property
    def person(self) -> str:
        """Nobody: a terminal does not say who sits at it."""
        return ""

    async def say(self, text: str, way: Way = "said") -> list[Shown]:
        """What is written after the text."""
        assert way == "said", f"nothing is {way} on a terminal"
        self._said.append(text)
        written = self._conversation()
        new, self._seen = written.removeprefix(self._seen), written
        self._last = _read(new)
        return [self._last] if new.strip() else []

    async def take(self, choice: str) -> list[Shown]:
        """Type the number of its place."""
        return await self.say(str(self._last.choices.index(choice) + 1))

    def _conversation(self) -> str:
        written = io.StringIO()
        with (
            _piped("".join(f"{text}\n" for text in self._said)),
            contextlib.redirect_stdout(written),
            contextlib.redirect_stderr(written),
            contextlib.suppress(SystemExit),
            _told_by_python(),
            border(),
            Noting(lambda: contextlib.nullcontext(self._records)) as noting,
        ):
            converse(self._line, None, Path("unused where nobody types"), noting)
        return _GOODBYE.sub("", written.getvalue()).rstrip("\n") + "\n"


@contextlib.contextmanager
def _told_by_python() -> Iterator[None]:
    """As the interpreter ends a program by a defect, of which the scenes know one: its last hook tells it."""
    before = sys.excepthook
    try:
        yield
    except ZeroDivisionError as defect:
        sys.excepthook(type(defect), defect, defect.__traceback__)
    finally:
        sys.excepthook = before


@contextlib.contextmanager
def _piped(text: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(text))
        patch.setenv("COLUMNS", "5000")
        yield


def _read(written: str) -> Shown:
    lines = written.split("\n")
    choices = [line.removeprefix(_CHOICE) for line in lines if line.startswith(_CHOICE)]
    links = [found[1] for line in lines if (found := _ADDRESS.fullmatch(line))]
    alive = [repr(sign) for sign in sorted(FORBIDDEN & set(written.replace("\n", "")))]
    words = [line for line in lines if not line.startswith(_CHOICE) and not _ADDRESS.fullmatch(line)]
    return read_back(words, choices, links, alive)
