"""A terminal of the standard library's making: a program runs on it as it does before a person, who can type."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.adapters.program import CAPEX, SLOWEST, Program

_STEP = 65536
_SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_=>])")


class Screen:
    """The person's side of a terminal, and what was written to it so far."""

    def __init__(self, process: "subprocess.Popen[bytes]", side: int) -> None:
        self._process = process
        self._side = side
        self._seen = 0
        self.written = ""

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._side, keys.encode())

    def wait_for(self, text: str) -> str:
        """What was written after the last text waited for, up to and with `text`, colours taken out."""
        end = time.monotonic() + SLOWEST
        while (found := plain(self.written).find(text, self._seen)) < 0:
            assert self._read(end), f"'{text}' did not come: {self.written!r}"
        begin, self._seen = self._seen, found + len(text)
        return plain(self.written)[begin : self._seen]

    def end(self) -> int:
        """The exit code, after everything was read."""
        end = time.monotonic() + SLOWEST
        while self._read(end):
            pass
        return self._process.wait(timeout=SLOWEST)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self._side], [], [], max(end - time.monotonic(), 0))
        data = b""
        if ready:
            with suppress(OSError):  # the other side is closed
                data = os.read(self._side, _STEP)
        self.written += data.decode(errors="replace")
        return bool(data)


@contextmanager
def on_screen(program: Program, *arguments: str, columns: int = 80) -> Iterator[Screen]:
    """Run the program on a terminal of this width; it is ended with the block."""
    side, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **program.environment}
    process = subprocess.Popen(
        [CAPEX, *arguments], env=environment, stdin=other, stdout=other, stderr=other, start_new_session=True
    )
    os.close(other)
    try:
        yield Screen(process, side)
    finally:
        process.kill()
        process.wait()
        os.close(side)


def plain(written: str) -> str:
    """The text without the sequences that colour it or move the cursor."""
    return _SEQUENCE.sub("", written).replace("\r\n", "\n")


def colours(written: str) -> set[str]:
    """The parameters of all sequences that set colour or style."""
    return {one for found in re.findall(r"\x1b\[([0-9;]*)m", written) for one in found.split(";")}
