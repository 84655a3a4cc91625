"""Small claims for the fake base: every field says no more than a test needs."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from bot.answer import Found
from bot.line import Asked, Line
from knowledge.amount import Bound, PrintedAmount
from knowledge.article import Article, Published
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.value import Bilingual, Language, Passage
from knowledge.vocabulary import Metric, Subject, Term, Vocabulary

from .fake_base import FakeBase

ON = date(2024, 12, 1)
"""The day of asking, a month after the newest sample article."""

_QUOTE = "Die Zahl steht in diesem Satz."


def both(english: str, german: str | None = None) -> Bilingual:
    """A text in both languages, by default the same words."""
    return Bilingual(en=english, de=german or english)


def article(key: str, day: date, **fields: Any) -> Article:
    """An article of a day."""
    plain: dict[str, Any] = {"id": key, "title": f"Title of {key}", "published": Published(date=day), "language": "de"}
    return Article(**(plain | {"sha256": "0" * 64} | fields))


ARTICLES = {
    "spring": article("spring", date(2024, 4, 25)),
    "summer": article("summer", date(2024, 8, 3)),
    "autumn": article("autumn", date(2024, 11, 2)),
}

VOCABULARY = Vocabulary(
    subjects=(
        Subject(id="meta", kind="company", name=both("Meta"), aliases=("Facebook",), tickers=("META",)),
        Subject(id="alphabet", kind="company", name=both("Alphabet"), aliases=("Google",), tickers=("GOOGL",)),
        Subject(id="microsoft", kind="company", name=both("Microsoft"), tickers=("MSFT",)),
        Subject(id="barclays", kind="analyst_house", name=both("Barclays")),
        Subject(id="susan-li", kind="person", name=both("Susan Li"), affiliation="meta"),
        Subject(id="brandon", kind="company", name=both("Brandoxa")),
        Subject(id="brandy", kind="company", name=both("Brandoxe")),
    ),
    metrics=(
        Metric(id="capex", name=both("capital expenditure", "Investitionsausgaben"), aliases_en=("capex",)),
        Metric(id="revenue", name=both("revenue", "Umsatz")),
        Metric(id="loss", name=both("loss", "Verlust")),
        Metric(id="market-share", name=both("market share", "Marktanteil")),
    ),
    bases=(Term(id="leases", name=both("incl. leases", "inkl. Leasing")),),
    wholes=(Term(id="market", name=both("the market", "der Markt")),),
    topics=(Term(id="bubble", name=both("bubble", "Blase")),),
)


def number(
    low: float | str, high: float | str | None = None, *, unit: str = "USD", bound: Bound = "exact"
) -> PrintedAmount:
    """One number, or a range where there are two; the bound leaves one end open where it has to."""
    first, last = Decimal(str(low)), Decimal(str(low if high is None else high))
    return PrintedAmount(
        low=None if bound == "up_to" else first,
        high=None if bound in ("at_least", "more_than") else last,
        unit=unit,
        bound=bound if high is None else "range",
        start=_QUOTE.index("Zahl"),
        text="Zahl",
    )


def billions(low: float, high: float | None = None, *, bound: Bound = "exact") -> PrintedAmount:
    """Billions of dollars."""
    first, last = (None if end is None else str(Decimal(str(end)) * 10**9) for end in (low, high))
    return number(first or "0", last, bound=bound)


def year(of: int, **fields: Any) -> Period:
    """A calendar year."""
    plain: dict[str, Any] = {"start": date(of, 1, 1), "end": date(of, 12, 31), "label": str(of), "kind": "year"}
    return Period(**(plain | fields))


def quarter(of: int, which: int, **fields: Any) -> Period:
    """A calendar quarter."""
    last = (31, 30, 30, 31)[which - 1]
    ends: dict[str, Any] = {"start": date(of, which * 3 - 2, 1), "end": date(of, which * 3, last)}
    return Period(**(ends | {"label": f"Q{which} {of}", "kind": "quarter"} | fields))


def half(of: int, which: int, **fields: Any) -> Period:
    """A calendar half-year."""
    ends: dict[str, Any] = {
        "start": date(of, which * 6 - 5, 1),
        "end": date(of, 12, 31) if which == 2 else date(of, 6, 30),
    }
    return Period(**(ends | {"label": f"H{which} {of}", "kind": "half"} | fields))


def claim(key: str, amount: PrintedAmount | None = None, of_article: str = "spring", **fields: Any) -> Claim:
    """A level of Meta's capital expenditure, or what `fields` make of it; without an amount, a statement."""
    plain: dict[str, Any] = {
        "id": key,
        "article": of_article,
        "quote": Passage(start=0, text=_QUOTE),
        "statement": both(f"Statement of {key}.", f"Aussage {key}."),
        "subject": "meta",
        "metric": "capex",
        "measure": "level" if amount else "statement",
        "amount": amount,
        "status": "actual",
    }
    return Claim(**(plain | fields))


def line(*claims: Claim) -> Line:
    """The line over a base that holds these claims."""
    return Line(FakeBase(claims, ARTICLES, VOCABULARY))


def ask(claims: Iterable[Claim], text: str, on: date = ON, language: Language | None = None) -> Asked:
    """The answer of a base that holds `claims`."""
    return line(*claims).ask(text, on, language)


def found(claims: Iterable[Claim], text: str, on: date = ON, language: Language | None = None) -> Found:
    """The answer of a base that holds `claims`, which has one."""
    answer = ask(claims, text, on, language).answer
    assert isinstance(answer, Found), answer
    return answer


def main_ids(answer: Found) -> list[str]:
    """The claims that answer, in their order."""
    return [claim.id for claim in answer.main]


GUIDANCE = claim("guidance", billions(35, 40), status="guidance", period=year(2024), speaker="meta")
FORECAST = claim("forecast", billions(40), "summer", status="forecast", period=year(2024))
REPORTED = claim("reported", billions(6.7), period=quarter(2024, 1))
REVENUE = claim("revenue", billions(100), metric="revenue", period=year(2023))
GOOGLE = claim("google", billions(25), subject="alphabet", period=year(2023))
BASE = (GUIDANCE, FORECAST, REPORTED, REVENUE, GOOGLE)
"""Meta's guidance, a forecast of it and a reported quarter; a revenue; one figure of Alphabet's."""
