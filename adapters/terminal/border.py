"""The border of the program: what goes wrong inside becomes one sentence and exit code 1, and never a traceback.

A fault has a sentence of its own. Anything else is a defect, of which `CAPEX_DEBUG` shows the traceback. It is written
to no file: the same question to the same base meets it again, a file would keep a person's words, and writing it is
one more thing that can fail.
"""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import click

from knowledge.fault import Fault

_DEFECT = "Sorry, something went wrong here, by a mistake in the program. CAPEX_DEBUG=1 shows where."


@contextmanager
def border() -> Iterator[None]:
    """End the program as said above where its block fails."""
    try:
        yield
    except Fault as fault:
        click.echo(f"capex: {fault}", err=True)
    except Exception:  # noqa: BLE001 - outside of this there is nobody but Python, who shows a traceback
        if os.environ.get("CAPEX_DEBUG"):
            click.echo(traceback.format_exc(), err=True, nl=False)
        click.echo(f"capex: {_DEFECT}", err=True)
    else:
        return
    sys.exit(1)
