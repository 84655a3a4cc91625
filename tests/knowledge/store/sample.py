"""A small corpus for the store: two articles, six claims, the words they need."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from knowledge.amount import PrintedAmount
from knowledge.article import Article, Published
from knowledge.claim import Claim
from knowledge.corpus_file import ArticleFile, write
from knowledge.value import Bilingual, Passage
from knowledge.vocabulary import Metric, Subject, Term, Vocabulary

NOW = datetime(2024, 9, 1, 12, 30, tzinfo=UTC)
TEXT = "Meta expects 35 billion dollars. Größe, “quoted”.\r\nEnd"


def both(text: str) -> Bilingual:
    return Bilingual(en=text, de=f"{text} (de)")


def subject(key: str, *aliases: str, **fields: Any) -> Subject:
    return Subject(**({"id": key, "kind": "company", "name": {"en": key.title()}, "aliases": aliases} | fields))


def article(key: str, day: date = date(2024, 4, 25), **fields: Any) -> Article:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    published = Published(date=day)
    return Article(**({"id": key, "title": key, "published": published, "language": "de", "sha256": sha256} | fields))


def claim(key: str, of_article: str = "older", by: str = "meta", **fields: Any) -> Claim:
    amount = PrintedAmount(low=Decimal(35), high=Decimal(35), unit="USD", bound="exact", start=0, text="35")
    plain = {
        "id": key,
        "article": of_article,
        "quote": Passage(start=3, text="35 billion"),
        "statement": both(f"{key} says 35"),
        "subject": by,
        "metric": "capex",
        "measure": "level",
        "amount": amount,
        "status": "actual",
    }
    return Claim(**(plain | fields))


def statement(key: str, of_article: str = "older", by: str = "meta", **fields: Any) -> Claim:
    return claim(key, of_article, by, **({"metric": None, "measure": "statement", "amount": None} | fields))


VOCABULARY = Vocabulary(
    subjects=(
        subject("meta", "Facebook", tickers=("META",)),
        subject("alphabet", "Google"),
        subject("reuters"),
        subject("susan-li", kind="person", affiliation="meta"),
    ),
    metrics=(
        Metric(id="revenue", name=both("Revenue")),
        Metric(id="capex", name=both("Capital expenditure"), aliases_en=("capex",)),
    ),
    bases=(Term(id="leases", name=both("Leases")),),
    wholes=(Term(id="market", name=both("Market")),),
    topics=(Term(id="bubble", name=both("Bubble")), Term(id="energy", name=both("Energy"))),
)
OLDER = ArticleFile(
    article=article("older"),
    claims=(
        claim("meta-capex", speaker="susan-li", via="reuters", basis="leases"),
        claim("alphabet-revenue", by="alphabet", metric="revenue"),
        statement("bubble-talk", by="alphabet", about=("meta",), topics=("bubble",)),
    ),
)
NEWER = ArticleFile(
    article=article("newer", date(2024, 8, 3)),
    claims=(
        claim("meta-revenue", "newer", metric="revenue"),
        claim("alphabet-capex", "newer", "alphabet"),
        statement("energy-talk", "newer", topics=("energy", "bubble")),
    ),
)


def write_corpus(folder: Path, *files: ArticleFile, vocabulary: Vocabulary = VOCABULARY) -> Path:
    folder.mkdir(exist_ok=True)
    write(vocabulary, folder / "vocabulary.yaml")
    for file in files or (OLDER, NEWER):
        write(file, folder / f"{file.article.id}.yaml")
    return folder
