"""The border of the program: what goes wrong inside becomes one sentence and exit code 1, and never a traceback.

A fault has a sentence of its own. Anything else is a defect and is caught by nobody: it ends the program, and Python's
own last hook tells it, of which `CAPEX_DEBUG` shows the traceback. It is written to no file: the same question to the
same base meets it again, a file would keep a person's words, and writing it is one more thing that can fail.
"""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import click

from knowledge.fault import Fault

_DEFECT = "Sorry, something went wrong here, by a mistake in the program. CAPEX_DEBUG=1 shows where."


@contextmanager
def border() -> Iterator[None]:
    """End the program as said above where its block fails."""
    sys.excepthook = _told
    try:
        yield
    except Fault as fault:
        click.echo(f"capex: {fault}", err=True)
        sys.exit(1)


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell a defect that has ended the program; who stopped it by a key is told as Python does."""
    if not issubclass(kind, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    if os.environ.get("CAPEX_DEBUG"):
        click.echo("".join(traceback.format_exception(kind, error, trace)), err=True, nl=False)
    click.echo(f"capex: {_DEFECT}", err=True)
