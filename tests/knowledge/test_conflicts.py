"""The rule of conflicts: two claims that disagree in nothing but their amounts, and each part that sets them apart."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from knowledge.amount import PrintedAmount
from knowledge.article import Article, Published
from knowledge.claim import Claim
from knowledge.conflicts import Disagreements, Pair, disagreements
from knowledge.period import Period
from knowledge.value import Bilingual, Passage

NOTHING = Disagreements((), ())
CONFLICT = Disagreements((Pair("one", "other"),), ())
REVISION = Disagreements((), (Pair("one", "other"),))


def article(key: str, day: date) -> Article:
    return Article(id=key, title=key, published=Published(date=day), language="en", sha256="0" * 64)


ARTICLES = {
    "earlier": article("earlier", date(2024, 4, 25)),
    "later": article("later", date(2024, 8, 3)),
    "same-day": article("same-day", date(2024, 4, 25)),
}


def year(number: int, **fields: Any) -> Period:
    first, last = date(number, 1, 1), date(number, 12, 31)
    return Period(**({"start": first, "end": last, "label": str(number), "kind": "year"} | fields))


def amount(low: int | None, high: int | None, bound: str = "exact", unit: str = "USD") -> PrintedAmount:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return PrintedAmount.model_validate(
        {"low": ends[0], "high": ends[1], "unit": unit, "bound": bound, "start": 0, "text": "35"}
    )


def claim(key: str, **fields: Any) -> Claim:
    plain = {
        "id": key,
        "article": "earlier",
        "quote": Passage(start=0, text="35 and more"),
        "statement": Bilingual(en=key),
        "subject": "meta",
        "metric": "capex",
        "measure": "level",
        "amount": amount(11, 11),
        "period": year(2024),
        "status": "actual",
    }
    return Claim(**(plain | fields))


def between(one: dict[str, Any], other: dict[str, Any]) -> Disagreements:
    """What the rule says of a claim of 11 and one of 14 that have these fields besides."""
    fourteen = {"amount": amount(14, 14)}
    return disagreements([claim("one", **one), claim("other", **(fourteen | other))], ARTICLES)


def test_claims_that_differ_in_their_amounts_alone_conflict() -> None:
    assert between({}, {}) == CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"subject": "alphabet"}),
        ({}, {"metric": "revenue"}),
        ({}, {"measure": "count"}),
        ({"measure": "share", "of": "market"}, {"measure": "share", "of": "training-market"}),
        ({}, {"amount": amount(14, 14, unit="EUR")}),
        ({}, {"basis": "incl-leases"}),
        ({}, {"scenario": "required"}),
        ({"scenario": "required"}, {"scenario": "conditional"}),
        ({}, {"period": year(2025)}),
        ({}, {"period": None}),
        ({}, {"period": year(2024, flow="per_year")}),
        ({}, {"period": year(2024, kind="span", end=None)}),
        ({"measure": "change", "period": year(2024, baseline="2023")}, {"measure": "change", "period": year(2024)}),
        ({}, {"status": "forecast"}),
    ],
    ids=lambda fields: " ".join(fields) or "-",
)
def test_claims_that_differ_in_one_thing_besides_do_not_conflict(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert between(one, other) == NOTHING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"status": "estimate"}),
        ({"status": "guidance"}, {"status": "forecast"}),
        ({}, {"article": "later"}),
        ({}, {"period": year(2024, label="the year", words="dieses Jahr")}),
        ({}, {"topics": ("bubble",), "about": ("alphabet",), "via": "reuters"}),
        ({}, {"direction": "up"}),
        ({"speaker": "meta"}, {"speaker": "analysts", "article": "later"}),
        ({"speaker": "meta"}, {"article": "later"}),
        ({"speaker": "meta"}, {"speaker": "meta"}),
        ({"speaker": "meta"}, {"speaker": "meta", "article": "same-day"}),
        ({"period": None}, {"period": None}),
    ],
    ids=lambda fields: " ".join(fields) or "-",
)
def test_nothing_else_keeps_claims_from_conflicting(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert between(one, other) == CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "disjoint"),
    [
        (amount(35, 40, "range"), amount(40, 40), False),
        (amount(35, 40, "range"), amount(41, 45, "range"), True),
        (amount(35, 40, "range"), amount(38, 45, "range"), False),
        (amount(35, None, "more_than"), amount(40, 40), False),
        (amount(35, None, "at_least"), amount(30, 30), True),
        (amount(None, 35, "up_to"), amount(30, 30), False),
        (amount(None, 35, "up_to"), amount(36, 36), True),
        (amount(None, 35, "up_to"), amount(35, None, "more_than"), False),
        (amount(35, 35, "about"), amount(35, 35), False),
    ],
)
def test_only_amounts_that_no_number_satisfies_conflict(
    one: PrintedAmount, other: PrintedAmount, *, disjoint: bool
) -> None:
    assert between({"amount": one}, {"amount": other}) == (CONFLICT if disjoint else NOTHING)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("up", "down", CONFLICT), ("up", "up", NOTHING), ("up", "none", NOTHING)]
)
def test_a_rise_and_a_fall_by_the_same_conflict(one: str, other: str, expected: Disagreements) -> None:
    change = {"measure": "change", "amount": amount(5, 5, unit="percent")}
    assert between(change | {"direction": one}, change | {"direction": other}) == expected


def test_the_same_speakers_later_figure_is_a_revision() -> None:
    assert between({"speaker": "meta"}, {"speaker": "meta", "article": "later"}) == REVISION


def test_in_a_revision_the_earlier_figure_stands_first_whatever_the_order() -> None:
    claims = [claim("other", speaker="meta", article="later", amount=amount(14, 14)), claim("one", speaker="meta")]
    assert disagreements(claims, ARTICLES) == REVISION


def test_of_several_claims_every_pair_is_told() -> None:
    claims = [claim(key, amount=amount(number, number)) for key, number in (("a", 1), ("b", 2), ("c", 3))]
    assert disagreements(claims, ARTICLES).conflicts == (Pair("a", "b"), Pair("a", "c"), Pair("b", "c"))


def test_statements_conflict_with_nothing() -> None:
    said = {"measure": "statement", "metric": None, "amount": None}
    assert disagreements([claim("one", **said), claim("other", **said)], ARTICLES) == NOTHING
