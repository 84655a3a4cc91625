"""A corpus of one article and one sound claim, which each test breaks in one place."""

import hashlib
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from knowledge.check import Proof, check_corpus
from knowledge.check.exemptions import Exemption

Plain = dict[str, Any]

TEXT = (
    "Acme im Wandel. Jane Roe leitet Acme.\n\n"
    "Acme erwartet im Jahr 2024 Investitionsausgaben zwischen 35 und 40 Milliarden US-Dollar. "
    "Im vierten Quartal stieg der Umsatz um fast 7 %. "
    "In den nächsten fünf Jahren und in den kommenden Jahren wird mehr investiert, seit dem 30. November 2022 ohnehin."
)
QUOTE = "Acme erwartet im Jahr 2024 Investitionsausgaben zwischen 35 und 40 Milliarden US-Dollar."
LATER = (
    "In den nächsten fünf Jahren und in den kommenden Jahren wird mehr investiert, seit dem 30. November 2022 ohnehin."
)
GROWTH = "Im vierten Quartal stieg der Umsatz um fast 7 %."

_VOCABULARY: Plain = {
    "subjects": [
        {"id": "acme", "kind": "company", "name": {"en": "Acme", "de": "Acme"}, "fiscal_year_end": "06-30"},
        {"id": "bolt", "kind": "company", "name": {"en": "Bolt", "de": "Bolt"}},
        {"id": "makers", "kind": "group", "name": {"en": "Engine Makers", "de": "Motorenbauer"}, "members": ["acme"]},
        {"id": "engine-9", "kind": "product", "name": {"en": "Engine 9", "de": "Motor 9"}},
        {
            "id": "jane-roe",
            "kind": "person",
            "name": {"en": "Jane Roe", "de": "Jane Roe"},
            "affiliation": "acme",
        },
    ],
    "metrics": [
        {"id": "capex", "name": {"en": "capital expenditure", "de": "Investitionsausgaben"}},
        {"id": "revenue", "name": {"en": "revenue", "de": "Umsatz"}},
        {"id": "spending", "name": {"en": "all spending", "de": "alle Ausgaben"}, "covers": ["capex"]},
    ],
    "bases": [{"id": "all-capex", "name": {"en": "all of it", "de": "alles"}}],
    "wholes": [{"id": "market", "name": {"en": "the market", "de": "der Markt"}}],
    "topics": [{"id": "plans", "name": {"en": "plans", "de": "Pläne"}}],
}

_ARTICLE: Plain = {
    "id": "acme-changes",
    "title": "Acme im Wandel",
    "published": {"date": date(2024, 8, 3)},
    "language": "de",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
}

_CLAIM: Plain = {
    "id": "acme-capex-2024",
    "article": "acme-changes",
    "quote": {"start": TEXT.index(QUOTE), "text": QUOTE},
    "statement": {
        "en": "Acme expects capital expenditure of 35 to 40 billion US dollars in 2024.",
        "de": "Acme erwartet 2024 Investitionsausgaben von 35 bis 40 Milliarden US-Dollar.",
    },
    "subject": "acme",
    "metric": "capex",
    "measure": "level",
    "amount": {
        "start": QUOTE.index("zwischen"),
        "text": "zwischen 35 und 40 Milliarden US-Dollar",
        "low": 35_000_000_000,
        "high": 40_000_000_000,
        "unit": "USD",
        "bound": "range",
    },
    "period": {
        "start": date(2024, 1, 1),
        "end": date(2024, 12, 31),
        "label": "2024",
        "kind": "year",
        "words": "im Jahr 2024",
    },
    "status": "guidance",
    "speaker": "acme",
    "topics": ["plans"],
}


class Told(NamedTuple):
    """A fault: the words of the line at which it stands, and what it says."""

    line: str
    what: str


class Corpus:
    """The sound corpus, to be changed and then judged."""

    def __init__(self, folder: Path) -> None:
        self.vocabulary = deepcopy(_VOCABULARY)
        self.article = deepcopy(_ARTICLE)
        self.claim = deepcopy(_CLAIM)
        self.claims = [self.claim]
        self.texts: Path | None = folder / "texts"
        self.exemptions: tuple[Exemption, ...] = ()
        self.folder = folder / "corpus"
        self.folder.mkdir()
        self.texts.mkdir()
        (self.texts / "000.txt").write_text(TEXT, encoding="utf-8")

    def quote(self, text: str) -> None:
        """Let the claim quote other words of the article, as a statement without an amount."""
        self.claim["quote"] = {"start": TEXT.index(text), "text": text}
        del self.claim["amount"]
        self.claim["measure"] = "statement"

    def says(self, en: str, de: str) -> None:
        """Give the claim other statements."""
        self.claim["statement"] = {"en": en, "de": de}

    def covers(self, start: date | None, end: date | None, **more: str) -> None:
        """Give the claim another period."""
        self.claim["period"] = {"start": start, "end": end, **more}

    def infer(self, *fields: str) -> None:
        """Name fields as inferred."""
        self.claim["inferred"] = [
            {"field": field, "reason": {"en": "Not printed.", "de": "Nicht gedruckt."}} for field in fields
        ]

    def name_context(self) -> None:
        """Give the words that name speaker and subject."""
        words = "Jane Roe leitet Acme."
        self.claim["context"] = [{"start": TEXT.index(words), "text": words}]

    def judged(self) -> Proof:
        """Write the corpus and check it."""
        _write(self.folder / "vocabulary.yaml", self.vocabulary)
        _write(self.folder / "acme-changes.yaml", {"article": self.article, "claims": self.claims})
        return check_corpus(self.folder, self.texts, self.exemptions)

    def faults(self) -> list[Told]:
        """Every fault, with the words of its line."""
        return [Told(_line(Path(fault.path), fault.line), fault.what) for fault in self.judged().faults]

    def only_fault(self) -> Told:
        """The one fault that a broken place makes."""
        faults = self.faults()
        assert len(faults) == 1, faults
        return faults[0]


def _write(path: Path, plain: Plain) -> None:
    text = yaml.safe_dump(deepcopy(plain), sort_keys=False, allow_unicode=True, width=10_000)
    path.write_text(text, encoding="utf-8")


def _line(path: Path, number: int) -> str:
    return path.read_text(encoding="utf-8").splitlines()[number - 1].strip()
