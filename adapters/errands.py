"""Errands: articles that a curator accepted are fetched, read, and their claims proposed, wherever somebody has time.

An errand belongs to one process for a few minutes; where that dies, or meets a defect, another one takes it. What
became of it is kept for whoever suggested the article, a failure too; and what was begun three times without an end is
given up, so that nothing is tried for ever and nobody waits for nothing.
"""

from datetime import datetime
from typing import Final

from adapters.articles.fetcher import Fetcher
from adapters.articles.sources import Told, article_at
from adapters.collecting import read_claims, taken_in
from bot.records.port import Records
from bot.suggestion import Outcome, Suggestion, Verdict
from bot.wording.curating import said
from knowledge.fault import Fault
from knowledge.store import Store

MOST_TRIES: Final = 3
"""How often an errand is begun; one that has not come to an end by then would not the next time."""

_VERDICTS: dict[str, Verdict] = {"new": "added", "copy": "copied", "known": "known"}


class Errands:
    """Fetches what was accepted."""

    def __init__(self, store: Store, records: Records, fetcher: Fetcher) -> None:
        self._store = store
        self._records = records
        self._fetcher = fetcher

    def run(self, at: datetime) -> Outcome | None:
        """What became of the next errand; None where there is none. Raises Fault where the base is away."""
        errand = self._records.curation.errand(at)
        if errand is None:
            return None
        outcome = self._outcome(errand, at)
        self._records.curation.settle(outcome)
        return outcome

    def _outcome(self, errand: Suggestion, at: datetime) -> Outcome:
        who = errand.accepted
        if errand.tries >= MOST_TRIES:
            return _settled(errand, "failed", errand.url, said("gave_up", errand.language, MOST_TRIES), at)
        try:
            found = article_at(errand.url, Told(), self._fetcher, bytes)
        except Fault as fault:
            return _settled(errand, "failed", errand.url, fault.in_language(errand.language), at)
        taken = taken_in(found, self._store, who, at)
        words = ""
        if taken.outcome == "new":
            proposed = read_claims(taken.article.id, self._store, who, at).claims
            words = str(len(proposed))
        return _settled(errand, _VERDICTS[taken.outcome], taken.article.title, words, at)


def _settled(errand: Suggestion, verdict: Verdict, about: str, words: str, at: datetime) -> Outcome:
    return Outcome(
        ident=errand.ident,
        verdict=verdict,
        who=errand.accepted,
        at=at,
        person=errand.by,
        language=errand.language,
        about=about,
        words=words,
    )
