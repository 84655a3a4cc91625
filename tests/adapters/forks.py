"""The program forked from a process that has read its modules and learned how people ask: most of the time of a start.

Run as a script, this is that process: each connection brings one call's arguments, environment, folder and streams,
and a fork of it goes on as `capex`. What an interpreter does at its end is done by the fork itself.
"""

import gc
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import IO, BinaryIO, NamedTuple, TextIO

READ_FIRST = ("bot", "knowledge", "adapters")
OF_THE_INTERPRETER = ("LANG", "LC_", "PYTHON")
STREAMS = 3


class Call(NamedTuple):
    """What one call brings besides its streams."""

    arguments: list[str]
    environment: dict[str, str]
    folder: str


class Forks(NamedTuple):
    """The running process: where it listens, and what it was started with."""

    address: str
    environment: Mapping[str, str]

    def suit(self, environment: Mapping[str, str]) -> bool:
        """Whether a fork is as an interpreter would be that starts in this environment."""
        return _of_the_interpreter(environment) == _of_the_interpreter(self.environment)

    def run(self, call: Call, streams: Iterable[BinaryIO], seconds: float) -> int:
        """The exit code of a call; TimeoutError where it takes longer."""
        return self.start(call, streams, seconds).wait()

    def start(self, call: Call, streams: Iterable[BinaryIO], seconds: float) -> "Running":
        """A call that goes on; whoever waits for its end does so for that long at most."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(seconds)
            connection.connect(self.address)
            socket.send_fds(connection, [b"streams"], [stream.fileno() for stream in streams])
            connection.sendall(json.dumps(call).encode())
            connection.shutdown(socket.SHUT_WR)
            return Running(connection)


class Running:
    """A fork that goes on as the program.

    Attributes:
        pid: the number of its process.
    """

    def __init__(self, connection: socket.socket) -> None:
        """Of the connection that tells its number, and at its end how it ended."""
        self._told = connection.makefile("rb")
        self.pid = int(self._told.readline())

    def wait(self) -> int:
        """The exit code, once it has ended; to be asked once."""
        with self._told:
            return os.waitstatus_to_exitcode(int(self._told.read()))


@contextmanager
def forks(environment: Mapping[str, str]) -> Iterator[Forks]:
    """The process, started and in the end killed with all that is left of its calls."""
    with tempfile.TemporaryDirectory() as folder:  # a socket's address is at most some hundred letters long
        address = f"{folder}/socket"
        pipe = subprocess.PIPE
        command = [sys.executable, "-P", __file__, address]
        with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, start_new_session=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            yield Forks(address, environment)
            os.killpg(process.pid, signal.SIGKILL)


def _of_the_interpreter(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(OF_THE_INTERPRETER)}


def _read_modules() -> None:
    import_module("adapters.command_line")
    import_module("sqlalchemy.dialects.sqlite")
    for name in READ_FIRST:
        for module in pkgutil.walk_packages(import_module(name).__path__, f"{name}."):
            if ".migrations" not in module.name:  # scripts that alembic runs
                import_module(module.name)


def _learn() -> None:
    """What every question in words needs, and what is the same in each environment."""
    from bot.statements.shipped import shipped_phrasings

    shipped_phrasings()
    gc.freeze()  # so that no fork looks through what is shared, and copies it by that


def _until_called(address: str) -> None:
    """Listen until the input ends, which ends the process; what returns is a fork that is to be the program."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks that wait for the program
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            readable, _, _ = select.select([listener, sys.stdin], [], [])
            if sys.stdin in readable:
                sys.exit()
            connection, _ = listener.accept()
            if not os.fork():
                break
            connection.close()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with connection:
        call, streams = _received(connection)
        program = os.fork()
        if program:
            connection.sendall(f"{program}\n".encode())
            _, status = os.waitpid(program, 0)
            connection.sendall(str(status).encode())
            os._exit(0)
    _become(call, streams)


def _received(connection: socket.socket) -> tuple[Call, list[int]]:
    _, streams, _, _ = socket.recv_fds(connection, len(b"streams"), STREAMS)
    with connection.makefile("rb") as told:
        return Call(*json.load(told)), streams


def _become(call: Call, streams: list[int]) -> None:
    os.chdir(call.folder)
    os.environ.clear()
    os.environ.update(call.environment)
    sys.argv = call.arguments
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = (_anew(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))


def _anew(stream: TextIO) -> IO[str]:
    buffering = 1 if stream.line_buffering else -1
    return open(stream.fileno(), stream.mode, buffering, encoding=stream.encoding, errors=stream.errors, closefd=False)


if __name__ == "__main__":
    _read_modules()
    _learn()
    _until_called(sys.argv[1])
    import_module("adapters.command_line").main()
