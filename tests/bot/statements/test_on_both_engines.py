"""Questions in words on each engine: the answers of one are those of the other, and follow what is written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answer import Found
from bot.line import Line
from bot.places import shipped_corpus
from knowledge.claim import Claim, Retirement
from knowledge.store import PutClaim, Store
from tests.bot.phrasebook import DAY, cases
from tests.bot.samples import ON
from tests.knowledge.store.sample import NEWER, NOW, both, statement, write_corpus

FEAR = statement("fear", "newer", statement=both("Fear drives servers."))
QUESTION = "fear of servers"

Open = Callable[[], Store]


@pytest.fixture
def opened(url: str, tmp_path: Path) -> Iterator[Open]:
    """Opens one more store on a small base; all are closed in the end."""
    corpus = write_corpus(tmp_path / "corpus")
    stores: list[Store] = []

    def open_one() -> Store:
        stores.append(Store(url, corpus=corpus))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


def answering(line: Line, text: str = QUESTION) -> list[str]:
    answer = line.ask(text, ON).answer
    return [entry.claim.id for entry in answer.entries] if isinstance(answer, Found) else []


def write(store: Store, claim: Claim) -> None:
    store.write("anna", [PutClaim(claim)], NOW)


@pytest.mark.parametrize("warm", [True, False], ids=["an index that followed", "an index that is filled"])
class TestFollowing:
    """With an index that stood before, and with one that is made after the change."""

    def line(self, store: Store, *, warm: bool) -> Line:
        line = Line(store)
        if warm:
            line.ask(QUESTION, ON)
        return line

    def test_a_new_claim_answers(self, opened: Open, *, warm: bool) -> None:
        line = self.line(store := opened(), warm=warm)
        write(store, FEAR)
        assert answering(line) == ["fear"]

    def test_a_claim_that_another_process_wrote_answers(self, opened: Open, *, warm: bool) -> None:
        line = self.line(opened(), warm=warm)
        write(opened(), FEAR)
        assert answering(line) == ["fear"]

    def test_an_edited_claim_answers_by_what_it_says_now(self, opened: Open, *, warm: bool) -> None:
        write(store := opened(), FEAR)
        line = self.line(store, warm=warm)
        write(store, FEAR.model_copy(update={"statement": both("Envy builds towers.")}))
        assert answering(line) == []
        assert answering(line, "envy of towers") == ["fear"]

    def test_a_retired_claim_answers_no_more(self, opened: Open, *, warm: bool) -> None:
        write(store := opened(), FEAR)
        line = self.line(store, warm=warm)
        write(store, FEAR.model_copy(update={"state": "retired", "retired": Retirement(reason="old")}))
        assert answering(line) == []

    def test_a_proposed_claim_does_not_answer(self, opened: Open, *, warm: bool) -> None:
        line = self.line(store := opened(), warm=warm)
        write(store, FEAR.model_copy(update={"state": "proposed"}))
        assert answering(line) == []

    def test_the_claims_of_a_withdrawn_article_answer_no_more(self, opened: Open, *, warm: bool) -> None:
        write(store := opened(), FEAR)
        line = self.line(store, warm=warm)
        store.withdraw_article(NEWER.article.id, "The publisher asks for it.", who="ben", at=NOW)
        assert answering(line) == []

    def test_an_imported_claim_answers(self, opened: Open, tmp_path: Path, *, warm: bool) -> None:
        line = self.line(store := opened(), warm=warm)
        file = NEWER.model_copy(update={"claims": (*NEWER.claims, FEAR)})
        store.import_corpus(write_corpus(tmp_path / "more", file), who="cleo", at=NOW)
        assert answering(line) == ["fear"]


def different(line: Line, shipped: Line, each: int) -> list[str]:
    """Questions of the phrasebook, `each` of so many, that are answered otherwise than on the shipped base."""
    asked = [case.ask for case in cases("development")[::each]]
    return [text for text in asked if line.ask(text, DAY).answer != shipped.ask(text, DAY).answer]


def test_questions_have_the_same_answer_as_on_the_shipped_base_which_is_a_file(schema: str, shipped: Line) -> None:
    with Store(schema, corpus=shipped_corpus()) as store:
        assert different(Line(store), shipped, each=4) == []


def test_an_index_that_followed_an_edit_of_every_claim_ranks_as_before(url: str, shipped: Line) -> None:
    with Store(url, corpus=shipped_corpus()) as store:
        line = Line(store)
        line.ask(QUESTION, ON)
        every = [claim for claim, _ in store.claims("approved")]
        store.write("anna", [PutClaim(one.model_copy(update={"state": "proposed"})) for one in every], NOW)
        line.ask(QUESTION, ON)
        store.write("anna", [PutClaim(one) for one in reversed(every)], NOW)
        assert different(line, shipped, each=10) == []
