"""`capex serve` as a process, forked like any other call or started by an interpreter of its own, and how it ends."""

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.adapters.forks import Call, Forks, Running
from tests.adapters.program import CAPEX, person_in

STARTING = 60.0
ENDING = 20.0


class Forked:
    """What is needed of asyncio's `Process`, of a fork."""

    def __init__(self, running: Running, stderr: asyncio.StreamReader) -> None:
        self._running = running
        self.stderr = stderr
        self.returncode: int | None = None

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self._running.pid, number)

    def kill(self) -> None:
        """End it at once, if it has not ended."""
        with contextlib.suppress(ProcessLookupError):
            self.send_signal(signal.SIGKILL)

    async def communicate(self) -> tuple[bytes, bytes]:
        """What it said on stderr, once it has ended."""
        said = await self.stderr.read()
        self.returncode = await asyncio.to_thread(self._running.wait)
        return b"", said


Process = asyncio.subprocess.Process | Forked


def environment(folder: Path, extra: Mapping[str, str]) -> dict[str, str]:
    """That of a person, with the data in `folder`."""
    return {**person_in(folder), "XDG_DATA_HOME": str(folder), **extra}


async def started(forks: Forks, folder: Path, extra: Mapping[str, str]) -> Forked:
    """A fork that serves."""
    call = Call([str(CAPEX), "serve"], environment(folder, extra), str(Path.cwd()))
    assert forks.suit(call.environment)
    reading, writing = os.pipe()
    said = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(said)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(reading, "rb"))
    return Forked(_running(forks, call, writing), said)


def _running(forks: Forks, call: Call, err: int) -> Running:
    with Path(os.devnull).open("r+b") as nothing, os.fdopen(err, "wb") as said:
        return forks.start(call, (nothing, nothing, said), STARTING)


async def started_anew(folder: Path, extra: Mapping[str, str]) -> asyncio.subprocess.Process:
    """An interpreter that serves."""
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        str(CAPEX), "serve", env=environment(folder, extra), stdout=pipe, stderr=pipe
    )


async def ended(process: Process) -> list[dict[str, Any]]:
    """What it logged, after it was asked to end and did so in order."""
    process.send_signal(signal.SIGTERM)
    _, logged = await asyncio.wait_for(process.communicate(), ENDING)
    assert process.returncode == 0, logged.decode()
    return [json.loads(line) for line in logged.splitlines() if line.startswith(b"{")]
