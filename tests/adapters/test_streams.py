"""Streams that end early, were never open or take nothing: the program ends quietly, or says why in one sentence."""

import shlex
import subprocess
from pathlib import Path

import pytest

from tests.adapters.program import CAPEX, SLOWEST, Program


def through_shell(program: Program, command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the shell in which `capex` is the program."""
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("capex", shlex.quote(str(CAPEX)), 1)],
        env=program.environment,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
        check=False,
    )


class TestClosedPipe:
    """A reader such as `head -1` leaves before the end."""

    @pytest.mark.parametrize("arguments", [["claims", "--json"], ["ask", "--stdin"]], ids=" ".join)
    def test_it_ends_without_a_word(self, capex: Program, arguments: list[str]) -> None:
        with capex.start(*arguments) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdin.write(b"meta\n" * 300)
            process.stdin.close()
            assert process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
            process.wait()

    def test_it_ends_without_a_word_where_nobody_reads_at_all(self, capex: Program) -> None:
        with capex.start("ask", "meta") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
            process.wait()


class TestNeverOpen:
    """A job that is started by a service may have no standard streams at all."""

    def test_without_input_a_question_is_answered(self, capex: Program) -> None:
        done = through_shell(capex, "capex ask elliott <&-")
        assert (done.returncode, done.stderr) == (0, "")
        assert "Elliott" in done.stdout

    @pytest.mark.parametrize("stream", [">&-", "2>&-"])
    def test_without_output_it_ends_without_a_traceback(self, capex: Program, stream: str) -> None:
        done = through_shell(capex, f"capex ask elliott {stream}")
        assert "Traceback" not in done.stderr
        assert stream != "2>&-" or (done.returncode == 0 and "Elliott" in done.stdout)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["ask elliott", "claims"])
def test_a_full_disk_is_told_in_one_sentence(capex: Program, command: str) -> None:
    done = through_shell(capex, f"capex {command} >/dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("capex: ")
    assert done.stderr.count("\n") == 1
