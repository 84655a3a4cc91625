"""Processes that are killed in the middle of a write or an import, and what the base is afterwards.

A child works on the base without an end until SIGKILL comes at a random moment. Then the base has to be consistent: the
log without gaps and in agreement with what is held, every look-up in agreement with the claims, and every batch there
whole or not at all. For an import that means: an export is byte for byte the one corpus or the other.
"""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from knowledge.claim import Claim
from knowledge.corpus_file import VOCABULARY_FILE, read_article_file, read_vocabulary, write
from knowledge.store import PutClaim, Store, opening
from knowledge.store.location import Location

ROOT = Path(__file__).parents[3]
BATCH = 25

_BEGIN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from knowledge.store import PutClaim, Store
url, shipped, *folders = sys.argv[1:]
store = Store(url, corpus=Path(shipped))
print("ready", flush=True)
"""
_IMPORTER = f"""{_BEGIN}
while True:
    for folder in folders:
        store.import_corpus(Path(folder), who="importer", at=datetime.now(UTC))
        print("imported", flush=True)
"""
_WRITER = f"""{_BEGIN}
batch = [claim for claim, _ in store.claims("approved")][:{BATCH}]
while True:
    for direction in ("up", "down"):
        edits = [PutClaim(claim.model_copy(update={{"direction": direction}})) for claim in batch]
        store.write("writer", edits, datetime.now(UTC))
"""


class Killing:
    """A filled base, and the processes that are killed on it. `corpus` is what it is filled from."""

    def __init__(self, url: str, corpus: Path, folder: Path, chance: random.Random) -> None:
        self._url = url
        self._corpus = corpus
        self._chance = chance
        self._folder = folder
        self._changed = changed_corpus(corpus, folder / "changed")
        with Store(url, corpus=corpus) as store:
            self._claims = sum(1 for _ in store.claims())

    def imports(self, times: int) -> list[int]:
        """Kill `times` processes that import one corpus after the other, which differ in every claim.

        Returns how many imports each had finished.
        """
        longest = self._seconds_of_an_import()
        return [self._import(longest) for _ in range(times)]

    def writes(self, times: int) -> list[int]:
        """Kill `times` processes that write batch after batch, each batch a change of all its claims.

        Returns how many batches each had finished.
        """
        with Store(self._url, corpus=self._corpus) as store:
            batch = [claim for claim, _ in store.claims("approved")][:BATCH]
            alike = [PutClaim(claim.model_copy(update={"direction": "flat"})) for claim in batch]
            store.write("anna", alike, datetime.now(UTC))
        return [self._finished(_WRITER, BATCH, 0.4, ()) for _ in range(times)]

    def _seconds_of_an_import(self) -> float:
        with self._at_work(_IMPORTER, self._other_first()) as child:
            begin = time.perf_counter()
            assert child.stdout is not None
            assert child.stdout.readline() == b"imported\n"
            seconds = time.perf_counter() - begin
        wait_for_the_last_commit(self._url)
        return seconds

    def _import(self, longest: float) -> int:
        finished = self._finished(_IMPORTER, self._claims, 2 * longest, self._other_first())
        held = self._exported()
        assert held in (contents(self._corpus), contents(self._changed)), "an import is there in part"
        return finished

    def _finished(self, code: str, size: int, longest: float, folders: Iterable[Path]) -> int:
        """How many batches of `size` changes a process finished that was killed within `longest` seconds."""
        before = self._number()
        with self._at_work(code, folders):
            time.sleep(self._chance.uniform(0, longest))
        assert_consistent(self._url, self._corpus)
        finished, part = divmod(self._number() - before, size)
        assert part == 0, "a batch is there in part"
        return finished

    def _number(self) -> int:
        with Store(self._url, corpus=self._corpus) as store:
            return store.change_number()

    def _exported(self) -> dict[str, bytes]:
        folder = self._folder / "exported"
        with Store(self._url, corpus=self._corpus) as store:
            store.export_corpus(folder)
        held = contents(folder)
        shutil.rmtree(folder)
        return held

    def _other_first(self) -> tuple[Path, Path]:
        """The two corpora, first the one that the base does not hold, so that every import changes all."""
        holds_the_changed = self._exported() == contents(self._changed)
        return (self._corpus, self._changed) if holds_the_changed else (self._changed, self._corpus)

    @contextmanager
    def _at_work(self, code: str, folders: Iterable[Path]) -> Iterator["subprocess.Popen[bytes]"]:
        """A process that has begun and is killed in the end, still at work."""
        command = [sys.executable, "-c", code, self._url, *map(str, (self._corpus, *folders))]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            yield child
            child.send_signal(signal.SIGKILL)
        assert child.returncode == -signal.SIGKILL


def changed_corpus(corpus: Path, folder: Path) -> Path:
    """The corpus with a change in every claim, by which it is also found under other topics."""
    folder.mkdir()
    write(read_vocabulary(corpus / VOCABULARY_FILE).value, folder / VOCABULARY_FILE)
    for path in corpus.glob("*.yaml"):
        if path.name != VOCABULARY_FILE:
            file = read_article_file(path).value
            claims = tuple(_turned(claim).model_copy(update={"topics": claim.topics[1:]}) for claim in file.claims)
            write(file.model_copy(update={"claims": claims}), folder / path.name)
    return folder


def _turned(claim: Claim) -> Claim:
    return claim.model_copy(update={"direction": "up" if claim.direction != "up" else "down"})


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder with their contents."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def assert_consistent(url: str, corpus: Path) -> None:
    """The next start works, and log, claims and look-ups agree."""
    wait_for_the_last_commit(url)
    with Store(url, corpus=corpus) as store:
        assert store.notice is None
        log: dict[tuple[str, str], str | None] = {}
        for number, entry in enumerate(store.changes(), 1):
            assert entry.number == number, "the log has a gap"
            assert entry.before == log.get((entry.kind, entry.key)), "the log does not go on from itself"
            log[entry.kind, entry.key] = entry.after
        claims = [claim for claim, _ in store.claims()]
        for claim in claims:
            assert Claim.model_validate_json(log["claim", claim.id] or "") == claim, "log and base differ"
        assert sum(kind == "claim" for kind, _ in log) == len(claims)
        approved = [claim for claim in claims if claim.state == "approved"]
        _assert_found(approved, lambda claim: claim.topics, lambda key: store.evidence_on([key]).claims)
        _assert_found(
            approved,
            lambda claim: (claim.subject, *claim.about, *filter(None, (claim.speaker, claim.via))),
            lambda key: store.evidence([key], []).claims,
        )


def wait_for_the_last_commit(url: str) -> None:
    """Until the server has ended what a killed process told it last: that holds the lock of all writers till then.

    A commit that comes between two looks at the base would make them differ.
    """
    engine = Location(url).engine()
    with opening.alone(opening.writer(engine)):
        pass
    engine.dispose()


def _assert_found(
    approved: list[Claim], keys: Callable[[Claim], tuple[str, ...]], find: Callable[[str], tuple[Claim, ...]]
) -> None:
    for key in sorted({key for claim in approved for key in keys(claim)}):
        assert {claim.id for claim in find(key)} == {claim.id for claim in approved if key in keys(claim)}


def still_writes(url: str, corpus: Path) -> bool:
    """Whether the base takes a write and gives it back."""
    with Store(url, corpus=corpus) as store:
        first = next(iter(store.claims("approved")))[0]
        store.write("anna", [PutClaim(_turned(first))], datetime.now(UTC))
        return store.claim(first.id) == _turned(first)
