"""A base of any size, the same for the same parameters, written through the store's own write function.

Ten claims a subject: three figures for each of three metrics, and one sentence; a hundred claims an article, spread so
that the claims of one subject stand in several articles. Bases are kept in the temporary folder under a name that
holds the parameters and a hash of the code that decides on their contents.
"""

import hashlib
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

from knowledge.amount import PrintedAmount
from knowledge.article import Article, Published
from knowledge.claim import Claim
from knowledge.corpus_file import write
from knowledge.period import Period
from knowledge.store import Edit, PutArticle, PutClaim, PutWord, Store
from knowledge.value import Bilingual, Passage
from knowledge.vocabulary import Metric, Subject, Vocabulary

CLAIMS_A_SUBJECT = 10
YEARS = (2022, 2023, 2024)
METRICS = ("capex", "revenue", "net-profit")

_CLAIMS_AN_ARTICLE = 100
_SEED = 20240425
_BATCH = 5000
_AT = datetime(2024, 9, 1, tzinfo=UTC)
_STARTS = ("b", "br", "d", "f", "g", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z")
_VOWELS = ("a", "e", "i", "o", "u", "au", "ei")
_KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
_DECIDES = ("store/schema.py", "store/rows.py", "store/documents.py", "store/migrations/versions/*.py", "[a-z]*.py")
"""The files of `knowledge` that decide on what a base holds."""


@dataclass(frozen=True, slots=True)
class Base:
    """A synthetic base: where it lies, the folder it was first filled from, and its subjects."""

    path: Path
    corpus: Path
    subjects: Sequence[Subject]

    def store(self) -> Store:
        """The base, opened."""
        return Store(f"sqlite:///{self.path}", corpus=self.corpus)


def base(claims: int) -> Base:
    """The base with this many claims, built where it is not kept from an earlier run."""
    kept = Path(tempfile.gettempdir()) / "capex-benchmarks"
    name = f"{claims}-claims-seed-{_SEED}-"
    folder = kept / f"{name}{_code_hash()}"
    found = Base(folder / "base.db", folder / "corpus", _subjects(claims // CLAIMS_A_SUBJECT))
    if not found.path.exists():
        for outdated in kept.glob(f"{name}*"):
            shutil.rmtree(outdated)
        _build(found)
    return found


def vocabulary() -> Vocabulary:
    """The words that every synthetic base begins with."""
    names = {"capex": "Capital expenditure", "revenue": "Revenue", "net-profit": "Net profit"}
    return Vocabulary(
        metrics=tuple(Metric(id=key, name=_both(names[key]), aliases_en=_aliases(key)) for key in METRICS)
    )


def _build(wanted: Base) -> None:
    begin = time.perf_counter()
    print(f"building {wanted.path.parent.name} …", file=sys.stderr, flush=True)  # noqa: T201
    wanted.corpus.mkdir(parents=True, exist_ok=True)
    write(vocabulary(), wanted.corpus / "vocabulary.yaml")
    unfinished = wanted.path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with Store(f"sqlite:///{unfinished}", corpus=wanted.corpus) as store:
        edits = _edits(wanted.subjects)
        while batch := list(islice(edits, _BATCH)):
            store.write("benchmark", batch, _AT)
    unfinished.replace(wanted.path)
    print(f"built in {time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)  # noqa: T201


def _edits(subjects: Sequence[Subject]) -> Iterator[Edit]:
    yield from (PutWord("subject", subject) for subject in subjects)
    articles = max(len(subjects) * CLAIMS_A_SUBJECT // _CLAIMS_AN_ARTICLE, 1)
    yield from (PutArticle(_article(number)) for number in range(articles))
    for number, subject in enumerate(subjects):
        for place in range(CLAIMS_A_SUBJECT):
            yield PutClaim(_claim(number, subject, place, (number + place * 7) % articles))


def _article(number: int) -> Article:
    key = f"article-{number}"
    return Article(
        id=key,
        title=f"Report {number} on what firms spend and earn",
        publisher="The Paper",
        author="A. Writer",
        published=Published(date=date(2023, 1, 1) + timedelta(days=number % 600)),
        language="de",
        url=f"https://paper.example/{number}",
        sha256=hashlib.sha256(key.encode()).hexdigest(),
    )


def _claim(number: int, subject: Subject, place: int, article: int) -> Claim:
    key = f"claim-{number}-{place}"
    name = subject.name.en
    if place == CLAIMS_A_SUBJECT - 1:
        text = f"{name} wird mehr in Rechenzentren investieren."
        return Claim(
            id=key,
            article=f"article-{article}",
            quote=Passage(start=100, text=text),
            statement=Bilingual(en=f"{name} will invest more in data centres.", de=text),
            subject=subject.id,
            measure="statement",
            direction="up",
            status="plan",
            speaker=subject.id,
        )
    metric, year = METRICS[place // len(YEARS)], YEARS[place % len(YEARS)]
    billions = Decimal(1 + (number * 31 + place * 17) % 900) / 10
    printed = f"{billions} Milliarden US-Dollar".replace(".", ",")
    quote = f"Im Jahr {year} kam {name} bei „{metric}“ auf {printed}."
    number_in_units = billions * 10**9
    return Claim(
        id=key,
        article=f"article-{article}",
        quote=Passage(start=100, text=quote),
        statement=Bilingual(en=f"{name} had {billions} billion US dollars of {metric} in {year}.", de=quote),
        subject=subject.id,
        metric=metric,
        measure="level",
        amount=PrintedAmount(
            low=number_in_units,
            high=number_in_units,
            unit="USD",
            bound="exact",
            start=quote.index(printed),
            text=printed,
        ),
        period=Period(start=date(year, 1, 1), end=date(year, 12, 31), label=str(year), kind="year"),
        status="actual",
        speaker=subject.id,
    )


def _subjects(count: int) -> list[Subject]:
    random_ = random.Random(_SEED)  # noqa: S311
    names: dict[str, None] = {}
    while len(names) < count:
        syllables = (random_.choice(_STARTS) + random_.choice(_VOWELS) for _ in range(4))
        names["".join(syllables)] = None
    return [
        Subject(
            id=name,
            kind="company",
            name=_both(name.title()),
            aliases=(f"{name.title()} Holding",),
            tickers=(f"T{number}",),
        )
        for number, name in enumerate(names)
    ]


def _aliases(metric: str) -> tuple[str, ...]:
    return ("capex",) if metric == "capex" else ()


def _both(text: str) -> Bilingual:
    return Bilingual(en=text, de=text)


def _code_hash() -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for pattern in _DECIDES:
        for file in sorted(_KNOWLEDGE.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
