"""Processes that are killed in the middle of a write or an import, and what the base is afterwards.

A child works on the base until SIGKILL ends it at a random moment. Then the base has to be consistent: the log without
gaps and in agreement with what is held, every look-up in agreement with the claims, and every batch there whole or not
at all. For an import that means: an export is byte for byte that of before or that of after.
"""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from knowledge.claim import Claim
from knowledge.corpus_file import VOCABULARY_FILE, read_article_file, read_vocabulary, write
from knowledge.store import PutClaim, Store, opening
from knowledge.store.location import Location

ROOT = Path(__file__).parents[3]

_BEGIN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from knowledge.store import PutClaim, Store
url, corpus, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
"""
_IMPORTER = f"""{_BEGIN}
store = Store(url, corpus=corpus)
print("ready", flush=True)
store.import_corpus(folder, who="importer", at=datetime.now(UTC))
"""
_WRITER = f"""{_BEGIN}
store = Store(url, corpus=corpus)
batch = [claim for claim, _ in store.claims("approved")][:{{size}}]
print("ready", flush=True)
while True:
    for direction in ("up", "down"):
        edits = [PutClaim(claim.model_copy(update={{{{"direction": direction}}}})) for claim in batch]
        store.write("writer", edits, datetime.now(UTC))
"""
BATCH = 25


class Outcome(NamedTuple):
    """What one kill left: whether the child was still at work, and how many batches it had finished."""

    killed: bool
    batches: int


class Killing:
    """A filled base, and the processes that are killed on it. `corpus` is what it is filled from."""

    def __init__(self, url: str, corpus: Path, folder: Path, chance: random.Random) -> None:
        self._url = url
        self._corpus = corpus
        self._chance = chance
        self._folder = folder
        self._changed = changed_corpus(corpus, folder / "changed")
        with Store(url, corpus=corpus):
            pass

    def imports(self, times: int) -> list[Outcome]:
        """Kill `times` imports of the whole corpus, in which every article's every claim is changed."""
        longest = self._seconds_of_an_import()
        return [self._import(attempt, longest) for attempt in range(times)]

    def writes(self, times: int) -> list[Outcome]:
        """Kill `times` processes that write batch after batch, each batch a change of all its claims."""
        with Store(self._url, corpus=self._corpus) as store:
            batch = [claim for claim, _ in store.claims("approved")][:BATCH]
            alike = [PutClaim(claim.model_copy(update={"direction": "flat"})) for claim in batch]
            store.write("anna", alike, datetime.now(UTC))
        return [self._write() for _ in range(times)]

    def _seconds_of_an_import(self) -> float:
        child = self._start(_IMPORTER, self._changed)
        begin = time.perf_counter()
        child.communicate()
        assert child.returncode == 0
        return time.perf_counter() - begin

    def _import(self, attempt: int, longest: float) -> Outcome:
        before = self._exported(f"before-{attempt}")
        # What the base holds now is one of the two corpora, so the other one changes every claim.
        other = self._changed if before == contents(self._corpus) else self._corpus
        killed = self._kill(self._start(_IMPORTER, other), self._chance.uniform(0, longest))
        assert_consistent(self._url, self._corpus)
        after = self._exported(f"after-{attempt}")
        assert after in (before, contents(other)), "an import is there in part"
        return Outcome(killed, int(after != before))

    def _write(self) -> Outcome:
        before = self._number()
        killed = self._kill(self._start(_WRITER.format(size=BATCH), self._folder), self._chance.uniform(0, 0.4))
        assert_consistent(self._url, self._corpus)
        batches, part = divmod(self._number() - before, BATCH)
        assert part == 0, "a batch is there in part"
        return Outcome(killed, batches)

    def _number(self) -> int:
        with Store(self._url, corpus=self._corpus) as store:
            return store.change_number()

    def _exported(self, name: str) -> dict[str, bytes]:
        with Store(self._url, corpus=self._corpus) as store:
            store.export_corpus(self._folder / name)
        return contents(self._folder / name)

    def _start(self, code: str, folder: Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", code, self._url, str(self._corpus), str(folder)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        return child

    @staticmethod
    def _kill(child: "subprocess.Popen[bytes]", seconds: float) -> bool:
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        return child.returncode == -signal.SIGKILL


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
