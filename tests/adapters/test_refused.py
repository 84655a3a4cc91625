"""At a terminal and in chats whoever curates is told in their language why something is refused, and what to edit."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from adapters.desk import Desk
from adapters.revisits import Refused
from bot.conversation import Conversation
from bot.curation.card import card
from bot.curation.counter import Counter, Who
from bot.curation.matters import of_claim
from bot.curation.office import Office
from bot.curation.reviewing import Review
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords
from knowledge.claim import Claim
from knowledge.store import Store
from knowledge.value import Language
from tests.adapters.program import Program
from tests.curated import NOW, opened_copy

ANNA = Person(platform="slack", workspace="T1", user="U1")


class Chat:
    """Curators at a desk, on a base where three claims wait."""

    def __init__(self, store: Store) -> None:
        line, records = Line(store), MemoryRecords()
        self.store, self.names = store, line.names
        counter = Counter(Office(store, records), Roles([ANNA], records, lambda: True), records, line.names)
        self.desk = Desk(Conversation(line, records, counter), in_threads=False)

    def waiting(self, subject: str) -> Claim:
        """The claim on a subject that waits."""
        return next(claim for claim in Review(self.store).waiting() if claim.subject == subject)

    async def edit(self, subject: str, lines: Mapping[str, str], language: Language) -> str:
        """What is told to who changes parts of a claim."""
        seen, who = Review(self.store).look(self.waiting(subject).id), Who(ANNA, NOW, language)
        with pytest.raises(Refused) as refused:
            await self.desk.curate(
                lambda counter: counter.edit(of_claim(seen.claim).ident, seen.mark, lines, who), language
            )
        return str(refused.value)


@pytest.fixture
def chat(filled: Path, tmp_path: Path) -> Iterator[Chat]:
    with opened_copy(filled, tmp_path) as store:
        yield Chat(store)


@pytest.fixture
def reviewing(fresh: Program, filled: Path, tmp_path: Path) -> Program:
    """The program on a base of its own."""
    path = tmp_path / "reviewed.db"
    path.write_bytes(filled.read_bytes())
    return fresh.having(CAPEX_DATABASE_URL=f"sqlite:///{path}")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("lines", "english", "german"),
    [
        (
            {"subject": "Apple"},
            "no name of 'apple' stands in quote or context; give the context, or name it as inferred",
            "kein Name von „Apple“ steht in Zitat oder Kontext; ergänze den Kontext oder kennzeichne ihn als",
        ),
        ({"metric": "wombats"}, "no metric is known under 'wombats'", "unter „wombats“ ist keine Kennzahl bekannt"),
        ({"amount": "2025"}, "no amount is read in '2025'", "in „2025“ ist kein Betrag zu lesen"),
        (
            {"statement_en": "Meta spends $5 billion in 2025"},
            "the statement says exact 5000000000 USD, not range 64000000000 to 72000000000 USD; '$5 billion' (exact",
            "der Satz nennt genau 5.000.000.000 USD, nicht 64.000.000.000 bis 72.000.000.000 USD; „$5 billion“ (genau",
        ),
        (
            {"status": "actual", "period": "2026", "statement_en": "Meta: capex of $64 billion to $72 billion in 2026"},
            "is 'actual' and begins on 2026-01-01, after the article (2025-04-30)",
            "„Ist“ passt nicht: Der Zeitraum beginnt am 01.01.2026, nach dem Artikel (30.04.2025)",
        ),
        (
            {"statement_en": "x" * 401},
            "String should have at most 400 characters",
            "der Text darf höchstens 400 Zeichen lang sein",
        ),
        (
            {"measure": "share"},
            "a share needs its 'of'",
            "ein Anteil braucht das Ganze, auf das er sich bezieht",
        ),
        (
            {"statement_en": ""},
            "a text needs at least one language, 'en' or 'de'",
            "ein Text braucht mindestens eine Sprache, Englisch oder Deutsch",
        ),
    ],
)
async def test_why_an_edit_is_refused_is_told_in_the_language_of_the_curator(
    chat: Chat, lines: Mapping[str, str], english: str, german: str
) -> None:
    assert english in await chat.edit("meta", lines, "en")
    told = await chat.edit("meta", lines, "de")
    assert told.startswith("Das ging nicht: ")
    assert german in told
    assert english not in told


def test_what_the_proof_objects_to_stands_on_the_card_in_its_language(chat: Chat) -> None:
    claim = chat.waiting("amazon")
    wrong = claim.model_copy(update={"metric": "capex", "speaker": "nobody-known"})
    seen = Review(chat.store).imagined(wrong)
    shown = {
        language: [one.text for one in card(of_claim(claim), seen, chat.names(), date(2025, 5, 2), language).notes]
        for language in ("en", "de")
    }
    assert "The proof objects: the speaker 'nobody-known' is not known" in shown["en"]
    assert "Der Beweis widerspricht: wer „nobody-known“ ist, ist nicht bekannt" in shown["de"]


def test_at_a_terminal_the_parts_to_edit_are_shown_by_name(reviewing: Program) -> None:
    ran = reviewing.run("review", "--lang", "de", given="f\nmetric=Investitionsausgaben\nq\n")
    assert "\n  subject=Meta\n  metric=Investitionsausgaben\n" in ran.out
    assert "1 decided." in ran.out


def test_at_a_terminal_a_refusal_is_told_in_the_language_of_the_review(reviewing: Program) -> None:
    ran = reviewing.run("review", "--lang", "de", given="x\nf\nsubject=samsung\nq\n")
    assert "capex: diese Taste bedeutet hier nichts" in ran.out
    assert "capex: unter „samsung“ ist keine Firma, Person oder Gruppe bekannt" in ran.out
