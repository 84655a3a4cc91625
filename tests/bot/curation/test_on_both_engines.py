"""What a curator approves in one process answers in another, on SQLite and on PostgreSQL."""

from datetime import date

from adapters.collecting import read_claims, taken_in
from bot.curation.office import Office
from bot.line import Line
from bot.places import shipped_corpus
from bot.records import SqlRecords
from knowledge.store import Store
from tests.curated import ARTICLE, NOW


def test_an_approved_claim_answers_in_a_process_that_asked_before(url: str) -> None:
    corpus = shipped_corpus()
    with Store(url, corpus=corpus) as store, Store(url, corpus=corpus) as other, SqlRecords(url) as records:
        read_claims(taken_in(ARTICLE, store, "terminal:ann", NOW).article.id, store, "terminal:ann", NOW)
        office, line = Office(store, records), Line(other)

        def figures() -> list[str]:
            return [one.figure for one in line.ask("meta capex 2025", date(2025, 5, 2)).reply.lines]

        assert "US$64–72 bn" not in figures()
        matter = office.next(NOW)
        assert matter
        seen = office.seen(matter)
        assert seen
        office.decide("approve", matter, seen.mark, "", "slack:T1:U1", NOW)
        assert "US$64–72 bn" in figures()
        assert store.forget_person("slack:T1:U1") == 1
        assert other.history("claim", matter.about)[-1].who == "forgotten"
