"""Several threads and processes on one base, and processes that die in the middle."""

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge.fault import Fault
from knowledge.store import PutClaim, PutWord, Store
from knowledge.store.location import Location
from knowledge.store.opening import snapshot
from knowledge.store.reading import change_number

from .conftest import Open
from .killing import wait_for_the_last_commit
from .sample import NOW, claim, subject

ROOT = Path(__file__).parents[3]

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from knowledge.store import PutWord, Store
from knowledge.vocabulary import Subject
with Store(sys.argv[1], corpus=Path(sys.argv[2])) as store:
    print("ready", flush=True)
    for number in range(int(sys.argv[4])):
        keys = [f"{sys.argv[3]}-{number}-{part}" for part in range(20)]
        words = [PutWord("subject", Subject(id=key, kind="company", name={"en": key})) for key in keys]
        store.write(sys.argv[3], words, datetime.now(UTC))
"""


FILLER = """
import sys
from pathlib import Path
from knowledge.store import Store
print("ready", flush=True)
Store(sys.argv[1], corpus=Path(sys.argv[2]))
"""


def writer(url: str, corpus: Path, who: str, times: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", WRITER, url, str(corpus), who, str(times)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def assert_consistent(store: Store) -> None:
    """The log has no gaps, every batch of 20 words is there whole or not at all, and the words are those of the log."""
    entries = list(store.changes())
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    written = [entry.key for entry in entries if entry.what == "edit"]
    assert len(written) % 20 == 0
    assert {word.id for word in store.vocabulary().subjects[4:]} == set(written)


def test_processes_that_write_at_once_leave_a_log_without_gaps(opened: Open, url: str, corpus: Path) -> None:
    store = opened()
    processes = [writer(url, corpus, who, 10) for who in ("anna", "ben", "cleo")]
    assert [process.communicate(timeout=60)[1] for process in processes] == [b"", b"", b""]
    assert_consistent(store)
    assert store.change_number() == 18 + 3 * 10 * 20


_LAST = 2
"""The attempt that is not killed before it has written something."""


def test_a_process_that_is_killed_while_it_writes_leaves_whole_batches(opened: Open, url: str, corpus: Path) -> None:
    store = opened()
    for attempt in range(_LAST + 1):
        process = writer(url, corpus, f"writer{attempt}", 10_000)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.02 + 0.08 * attempt)
        while attempt == _LAST and store.change_number() == 18:  # a busy machine may not have written anything yet
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        wait_for_the_last_commit(url)
        assert_consistent(store)
    assert store.change_number() > 18
    store.write("anna", [PutWord("subject", subject("last"))], NOW)


def test_a_process_that_is_killed_while_it_fills_leaves_a_base_that_the_next_one_fills(url: str, corpus: Path) -> None:
    for attempt in range(4):
        command = [sys.executable, "-c", FILLER, url, str(corpus)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.1 * attempt)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    with Store(url, corpus=corpus) as store:
        assert store.change_number() == 18
        assert len(list(store.claims())) == 6


def test_threads_share_a_store(store: Store) -> None:
    def ask(number: int) -> int:
        store.write("anna", [PutClaim(claim(f"claim-{number}"))], NOW)
        return len(store.evidence(["meta"], ["capex"]).claims)

    with ThreadPoolExecutor(8) as threads:
        counts = list(threads.map(ask, range(24)))
    assert max(counts) == 25
    assert store.change_number() == 18 + 24


def test_a_closed_store_answers_again_when_it_is_asked(store: Store) -> None:
    store.close()
    assert len(list(store.claims())) == 6


def test_reads_go_on_after_the_server_has_dropped_the_connection(schema: str, corpus: Path, server: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with Store(f"{schema}&application_name=dropped", corpus=corpus) as store:
        assert store.change_number() == 18
        with psycopg.connect(server, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dropped'")
        assert store.change_number() == 18
        assert len(store.evidence(["meta"], []).claims) == 4


def test_a_snapshot_sees_no_later_write(schema: str, corpus: Path) -> None:
    with Store(schema, corpus=corpus) as store, snapshot(Location(schema).engine()) as connection:
        assert change_number(connection) == 18
        store.write("anna", [PutClaim(claim("new"))], NOW)
        assert change_number(connection) == 18
        assert store.change_number() == 19


def test_a_base_that_went_away_is_told_in_a_sentence(sqlite_url: str, tmp_path: Path, corpus: Path) -> None:
    with Store(sqlite_url, corpus=corpus) as store:
        store.close()
        (tmp_path / "base.db").unlink()
        with pytest.raises(Fault, match=r"base.db cannot be used: no such table"):
            store.change_number()
