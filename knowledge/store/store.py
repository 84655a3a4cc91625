"""The store of claims: one interface over SQLite and PostgreSQL.

Reads are synchronous, run on a connection that the asking thread holds, and see at once what any process has
committed; writes are serial over all processes. Every failure of the base comes out as a Fault.
"""

import threading
import weakref
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from knowledge.article import Article
from knowledge.claim import Claim, State
from knowledge.conflicts import Disagreements
from knowledge.evidence import Coverage, Evidence, News, Source
from knowledge.fault import Fault
from knowledge.store import evidence, opening, reading
from knowledge.store.compacting import compact
from knowledge.store.documents import Kind
from knowledge.store.edits import Change, Edit, Exported, Imported, Outdated, Revision
from knowledge.store.location import Location
from knowledge.store.migrating import SHIPPED, Migrations
from knowledge.store.statements import run_on
from knowledge.traces import TraceKind
from knowledge.vocabulary import Vocabulary

T = TypeVar("T")

_Asked = tuple[frozenset[str], frozenset[str]]
_MOST_NEWS = evidence.MOST_CLAIMS
_MOST_KNOWN = 2048
"""Look-ups kept while the base stays as it is."""


class Store:
    """An open base. Threads may share it; `notice` says where it could not take over the shipped corpus."""

    def __init__(self, url: str | None, *, corpus: Path, migrations: Migrations = SHIPPED) -> None:
        """Open the base at `url` (None: the person's own), made, migrated and filled from `corpus` where needed.

        Raises Fault where the base cannot be reached or used, or a corpus file is broken; nothing has changed then.
        """
        self._where = Location(url)
        self._engine = self._where.engine()
        self._writing = opening.writer(self._engine)
        self._run = run_on(self._engine)
        self._held = threading.local()
        self._open: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._opening = threading.Lock()
        self._words: tuple[int, Vocabulary] | None = None
        self._known: tuple[int, dict[_Asked, Evidence]] = (-1, {})
        try:
            self.notice = opening.prepare(self._engine, self._writing, self._where, corpus, migrations)
        except DBAPIError as error:
            raise self._where.fault(error) from None

    def close(self) -> None:
        """Let go of all connections; a later read opens a new one."""
        with self._opening:
            for connection in self._open:
                connection.close()
            self._open.clear()
            self._held = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What is known

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What the base knows of these subjects and metrics (ids), approved claims only.

        With subjects: the claims that mention any of them in any role, of the metrics where some are given, at most
        500, newest first; the coverage is everything that is known of these subjects. With metrics alone: the
        newest 4 claims of each of the 24 subjects that have most of them, and these subjects as coverage. Unknown
        ids find nothing.
        """
        asked = (frozenset(subjects), frozenset(metrics))
        return self._read(lambda connection: self._evidence(connection, asked))

    def evidence_on(self, topics: Collection[str]) -> Evidence:
        """The approved claims under any of these topics, at most 500, newest first, without coverage."""
        return self._read(lambda connection: evidence.evidence_on(connection, topics))

    def evidence_of(self, claims: Collection[str]) -> Evidence:
        """These claims (ids), as far as they are approved, without coverage."""
        return self._read(lambda c: evidence.evidence_of(c, claims))

    def coverage(self) -> tuple[Coverage, ...]:
        """How many approved claims each subject has of each metric, most first."""
        from knowledge.store import overview  # no question needs it

        return self._read(overview.coverage)

    def sources(
        self, subjects: Collection[str] = (), metrics: Collection[str] = (), topics: Collection[str] = ()
    ) -> tuple[Source, ...]:
        """The articles with approved claims, newest first, and how many claims each has.

        Where ids are given, only claims that mention any of the subjects in any role, with any of the metrics, under
        any of the topics.
        """
        from knowledge.store import overview  # as in `coverage`

        return self._read(lambda connection: overview.sources(connection, subjects, metrics, topics))

    def vocabulary(self) -> Vocabulary:
        """All words: the same object until any process changes one."""
        return self._read(self._vocabulary)

    def claim(self, key: str) -> Claim | None:
        """The claim with this id, in whatever state."""
        return self._read(lambda connection: reading.claim_by_id(connection, key))

    def article(self, key: str) -> Article | None:
        """The article with this id."""
        return self._read(lambda connection: reading.article_by_id(connection, key))

    def claims_of(self, article: str) -> Sequence[Claim]:
        """The claims of an article, whatever their state, in its order."""
        return self._read(lambda connection: reading.claims_of_article(connection, article))

    def against(self, claim: Claim) -> tuple[Evidence, Disagreements]:
        """What is approved on the same thing, and how `claim` would disagree with that, if it were approved."""
        from knowledge.store import revising  # no question needs it

        return self._read(lambda connection: revising.against(connection, claim))

    def claims(self, state: State | None = None) -> Iterator[tuple[Claim, Article]]:
        """All claims (in `state`) with their articles, ordered by id."""
        after = ""
        while page := self._page(reading.claims, state, after):
            yield from page
            after = page[-1][0].id

    def articles(self) -> Iterator[Article]:
        """All articles, ordered by id."""
        after = ""
        while page := self._page(reading.articles, after):
            yield from page
            after = page[-1].id

    def text(self, article: str) -> str | None:
        """The full text of an article, where the base keeps it."""
        return self._read(lambda connection: reading.article_text(connection, article))

    def traced(self, kind: TraceKind, keys: Collection[str]) -> Sequence[str]:
        """The articles known by any of these traces, those by most of them first, at most 8."""
        from knowledge.store.tracing import traced  # no question needs it

        return self._read(lambda connection: traced(connection, kind, keys))

    # The log

    def change_number(self) -> int:
        """The number of the last change, 0 in an empty base: what was read under a number holds until it moves."""
        return self._read(lambda connection: reading.change_number(connection, self._run))

    def changes(self, after: int = 0) -> Iterator[Change]:
        """The entries of the log with numbers above `after`, in order."""
        while page := self._page(reading.changes, after):
            yield from page
            after = page[-1].number

    def news(
        self,
        after: int,
        upto: int,
        subjects: Collection[str] = (),
        metrics: Collection[str] = (),
        most: int = _MOST_NEWS,
    ) -> News:
        """The claims that changes after one and up to another have touched, approved now, the last touched first.

        Where ids are given, only claims on any of the subjects, with any of the metrics.
        """
        from knowledge.store.news import news  # no question needs it

        return self._read(lambda connection: news(connection, (after, upto), subjects, metrics, most))

    def number_before(self, at: datetime) -> int:
        """The number of the last change before a moment; 0 where there is none."""
        from knowledge.store.news import number_at  # as in `news`

        return self._read(lambda connection: number_at(connection, at.astimezone(UTC).isoformat()))

    def history(self, kind: Kind, key: str) -> Sequence[Change]:
        """What was ever done to one thing, in order."""
        return self._read(lambda connection: reading.history(connection, kind, key))

    # What changes the base

    def write(self, who: str, edits: Sequence[Edit], at: datetime) -> int:
        """Make all `edits` and log them, or none; returns the number of the last change.

        Raises Fault for an edit that names what is not known, a name that has an owner, a text that is not its
        article's, or a base that cannot be written. `at` needs its time zone.
        """
        from knowledge.store import writing  # a question reads only, and should not wait for what writes

        def act(connection: Connection) -> int:
            writing.apply(connection, who, "edit", at, edits)
            return reading.change_number(connection)

        return self._in(opening.alone(self._writing), act)

    def add_article(self, who: str, edits: Sequence[Edit], at: datetime, *, seen: int) -> None:
        """Make `edits`, as `write` does, unless an article has come or changed after the change `seen`.

        Raises Outdated then, so that whoever found the article new looks again: added twice at once, it is there once.
        """
        from knowledge.store import tracing, writing  # as in `write`

        def act(connection: Connection) -> None:
            if tracing.has_grown(connection, seen):
                raise Outdated("another article was added meanwhile")
            writing.apply(connection, who, "edit", at, edits)

        self._in(opening.alone(self._writing), act)

    def revise(self, revision: Revision, *, who: str, at: datetime) -> int:
        """Make and log a decision on a claim; returns the number of the last change. Raises Outdated, or Fault."""
        from knowledge.store.revising import revise  # as in `write`

        return self._in(opening.alone(self._writing), lambda c: revise(c, revision, who, at))

    def import_corpus(self, folder: Path, *, who: str, at: datetime) -> Imported:
        """Take over the corpus files of `folder`; what a person edited here stays as it is, and is named.

        Raises FileFault with path and line, and Fault as `write` does; nothing has changed then. Articles that the
        files withdraw are withdrawn here, as by `withdraw_article`.
        """
        from knowledge.store.folder import read_folder  # needs YAML, which no other use of the store does
        from knowledge.store.importing import import_folder

        files = read_folder(folder)
        imported = self._in(opening.alone(self._writing), lambda c: import_folder(c, files, who, "import", at))
        if any(file.value.article.withdrawn for file in files.articles):
            self._compact()
        return imported

    def withdraw_article(self, key: str, reason: str, *, who: str, at: datetime) -> int | None:
        """Take the text of an article and all quotes from it out of the base and its log, and retire its claims.

        Returns how many claims that were, None where the article is withdrawn already. Raises Fault for an unknown
        article, and where unused parts of the base may still hold the words; done once more, it cleans these.
        """
        from knowledge.store.writing import withdraw  # as in `write`

        withdrawn = self._in(opening.alone(self._writing), lambda c: withdraw(c, key, reason, who, at))
        self._compact()
        return withdrawn

    def forget_person(self, who: str) -> int:
        """Let the log name nobody where it names `who`; in how many entries that was."""
        from knowledge.store.forgetting import forget  # as in `write`

        forgotten = self._in(opening.alone(self._writing), lambda c: forget(c, who))
        self._compact()
        return forgotten

    def export_corpus(self, folder: Path) -> Exported:
        """Write the whole base, as it is at one moment, to `folder` as corpus files; raises Fault."""
        from knowledge.store.exporting import export  # needs YAML, as above

        return self._in(opening.snapshot(self._engine), lambda connection: export(connection, folder))

    # Connections

    def _evidence(self, connection: Connection, asked: "_Asked") -> Evidence:
        """What was found before, while no process has changed anything since."""
        number = reading.change_number(connection)
        if self._known[0] != number or len(self._known[1]) >= _MOST_KNOWN:
            self._known = (number, {})
        known = self._known[1]
        found = known.get(asked)
        if found is None:
            found = known[asked] = evidence.evidence(connection, *asked)
        return found

    def _vocabulary(self, connection: Connection) -> Vocabulary:
        number = reading.change_number(connection)
        if self._words is not None:
            read_at, words = self._words
            if read_at == number or not reading.vocabulary_changed(connection, read_at):
                self._words = number, words
                return words
        words = reading.vocabulary(connection)
        self._words = number, words
        return words

    def _page(self, read: Callable[..., T], *arguments: object) -> T:
        return self._read(lambda connection: read(connection, *arguments))

    def _read(self, ask: Callable[[Connection], T]) -> T:
        try:
            return ask(self._connection())
        except DBAPIError as error:
            self._let_go()
            if not error.connection_invalidated:
                raise self._where.fault(error) from None
        # The server went away since the last read; a read may be asked twice.
        try:
            return ask(self._connection())
        except DBAPIError as error:
            self._let_go()
            raise self._where.fault(error) from None

    def _in(self, transaction: AbstractContextManager[Connection], act: Callable[[Connection], T]) -> T:
        try:
            with transaction as connection:
                return act(connection)
        except DBAPIError as error:
            raise self._where.fault(error) from None

    def _compact(self) -> None:
        try:
            compact(self._engine)
        except DBAPIError as error:
            fault = self._where.fault(error)
            raise Fault(f"what was taken out may still stand in unused pages; repeat the command: {fault}") from None

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._held, "connection", None)
        if connection is None:
            connection = self._held.connection = self._engine.connect()
            with self._opening:
                self._open.add(connection)
        return connection

    def _let_go(self) -> None:
        connection: Connection | None = self._held.__dict__.pop("connection", None)
        if connection is not None:
            connection.close()
