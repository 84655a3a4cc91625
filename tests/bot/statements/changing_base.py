"""A fake base that changes: it keeps a change log, says what it was asked, and lets things happen in between."""

from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from threading import Lock
from typing import TypeVar

from knowledge.article import Article
from knowledge.claim import Claim, Retirement, State
from knowledge.evidence import Evidence
from knowledge.store import Change
from knowledge.vocabulary import Vocabulary
from tests.bot.fake_base import FakeBase
from tests.bot.samples import ARTICLES, VOCABULARY

T = TypeVar("T")

_AT = datetime(2024, 11, 5, tzinfo=UTC)


class ChangingBase(FakeBase):
    """Claims that come, change and go.

    `asked` are the questions put to it, in order. `meanwhile` holds what another process does right after the base
    has answered the question of that name the next time.
    """

    def __init__(self, *claims: Claim) -> None:
        self._kept: dict[str, Claim] = {}
        self._log: list[Change] = []
        self.asked: list[str] = []
        self.meanwhile: dict[str, Callable[[], None]] = {}
        self._writing = Lock()
        super().__init__((), ARTICLES, VOCABULARY)
        self.put(*claims)

    def put(self, *claims: Claim) -> None:
        """Take in claims, new or changed."""
        with self._writing:
            for claim in claims:
                before = self._kept.get(claim.id)
                self._kept[claim.id] = claim
                self._write("claim", claim.id, before.model_dump_json() if before else None, claim.model_dump_json())
            super().__init__(self._kept.values(), ARTICLES, VOCABULARY)

    def retire(self, key: str) -> None:
        """Let a claim answer no more."""
        retired = {"state": "retired", "retired": Retirement(reason="old")}
        self.put(self._kept[key].model_copy(update=retired))

    def touch_article(self) -> None:
        """Write something to the log that is no claim, under the id of one."""
        self._write("article", next(iter(self._kept)), None, "{}")

    def vocabulary(self) -> Vocabulary:
        return self._told("vocabulary", super().vocabulary())

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        return self._told("evidence" if subjects or metrics else "nothing", super().evidence(subjects, metrics))

    def evidence_on(self, topics: Collection[str]) -> Evidence:
        return self._told("evidence_on", super().evidence_on(topics))

    def evidence_of(self, claims: Collection[str]) -> Evidence:
        return self._told("evidence_of", super().evidence_of(claims))

    def change_number(self) -> int:
        return self._told("change_number", len(self._log))

    def changes(self, after: int) -> Iterator[Change]:
        return self._told("changes", iter(self._log[after:]))

    def claims(self, state: State | None) -> Iterator[tuple[Claim, Article]]:
        held = [(one, ARTICLES[one.article]) for one in list(self._kept.values()) if state in (None, one.state)]
        return self._told("claims", iter(held))

    def claim(self, key: str) -> Claim | None:
        return self._told("claim", self._kept.get(key))

    def _told(self, name: str, answer: T) -> T:
        self.asked.append(name)
        happening = self.meanwhile.pop(name, None)
        if happening:
            happening()
        return answer

    def _write(self, kind: str, key: str, before: str | None, after: str) -> None:
        number = len(self._log) + 1
        self._log.append(
            Change(number=number, at=_AT, who="anna", what="edit", kind=kind, key=key, before=before, after=after)  # type: ignore[arg-type]
        )
