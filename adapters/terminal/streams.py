"""The standard streams as a terminal, a pipe or a service leaves them: none of their troubles is a traceback.

What an encoding lacks is written in its nearest plain characters, since a figure without its dash or sign would be
another figure. A stream that was never open swallows what is written; a reader that has left ends the program quietly.
"""

import codecs
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from knowledge.fault import Fault

_PLAINER: Final = {
    "–": "-",
    "−": "-",
    "…": "...",
    "«": "<<",
    "»": ">>",
    "„": '"',
    "“": '"',
    "”": '"',
    "’": "'",
    "≠": "!=",
    "→": "->",
    "⇄": "<->",
    "·": "-",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "Ä": "Ae",
    "Ö": "Oe",
    "Ü": "Ue",
    "ß": "ss",
    "\N{NO-BREAK SPACE}": " ",
}


@contextmanager
def forgiving_streams() -> Iterator[None]:
    """Let the streams take and give any text while the block runs, and write out what it wrote.

    Raises Fault where the output cannot be written, unless its reader has left.
    """
    codecs.register_error("plainer", _plainer)
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # the standard streams are text wrappers
    sys.stdout.reconfigure(errors="plainer")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="plainer")  # type: ignore[union-attr]
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the end of the program fails likewise
        if error.errno != errno.EPIPE:
            raise Fault(f"the output cannot be written: {error.strerror}") from None


def _nowhere(mode: str) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_PLAINER.get(character, "?") for character in lacking), error.end
