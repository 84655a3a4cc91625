"""One process alone serves a base in a file; on a server as many do as want to."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.records.alone import serving_alone
from knowledge.fault import Fault

ROOT = Path(__file__).parents[3]
_SERVING = """
import sys, time
from bot.records.alone import serving_alone
with serving_alone(sys.argv[1]):
    print("serving", flush=True)
    time.sleep(600)
"""


def serving(url: str) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen([sys.executable, "-c", _SERVING, url], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"serving\n"
    return child


def test_a_second_process_says_so_in_one_sentence_and_may_when_the_first_is_dead(sqlite_url: str) -> None:
    child = serving(sqlite_url)
    try:
        told = r"another capex serve works with the base .*base\.db; stop that one"
        with pytest.raises(Fault, match=told), serving_alone(sqlite_url):
            pass
    finally:
        child.send_signal(signal.SIGKILL)
        child.communicate()
    with serving_alone(sqlite_url):
        pass


def test_on_a_server_there_may_be_several(schema: str) -> None:
    with serving_alone(schema), serving_alone(schema):
        pass


def test_other_bases_are_served_beside(tmp_path: Path) -> None:
    with serving_alone(f"sqlite:///{tmp_path / 'one.db'}"), serving_alone(f"sqlite:///{tmp_path / 'other.db'}"):
        pass


def test_who_may_write_nothing_beside_the_base_serves_all_the_same(tmp_path: Path) -> None:
    with serving_alone(f"sqlite:///{tmp_path / 'nowhere' / 'base.db'}"):
        pass
