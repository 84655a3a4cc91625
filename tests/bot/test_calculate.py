"""Numbers that no source prints: only like is set against like, and each is marked with what it was made from."""

from decimal import Decimal
from typing import Any

import pytest

from bot.line import Line
from knowledge.claim import Claim

from .samples import ON, ask, billions, claim, found, number, quarter, year


def change(later: Claim, earlier: Claim) -> list[tuple[Decimal, tuple[str, ...]]]:
    answer = found([later, earlier], "meta capex")
    return [(calculated.value, calculated.inputs) for calculated in answer.calculated]


def level(key: str, amount: float, of: int, **fields: Any) -> Claim:
    return claim(key, billions(amount), **({"period": quarter(of, 1)} | fields))


def test_a_quarter_is_set_against_the_same_quarter_a_year_before() -> None:
    found_change = change(level("later", 6.7, 2024, basis="leases"), level("earlier", 7.09, 2023, basis="leases"))
    assert found_change == [(Decimal("-5.5"), ("later", "earlier"))]


def test_a_year_is_set_against_the_year_before() -> None:
    assert change(claim("b", billions(3), period=year(2024)), claim("a", billions(2), period=year(2023))) == [
        (Decimal("50.0"), ("b", "a"))
    ]


@pytest.mark.parametrize(
    "different",
    [
        {"basis": "leases"},
        {"status": "forecast"},
        {"status": "guidance"},
        {"status": "estimate"},
        {"status": "alleged"},
        {"scenario": "conditional"},
        {"metric": "revenue"},
        {"subject": "alphabet", "about": ("meta",)},
        {"amount": billions(7, bound="about")},
        {"amount": billions(7, 8)},
        {"amount": number(7 * 10**9, bound="more_than")},
        {"amount": number(7, unit="EUR")},
        {"period": quarter(2023, 2)},
        {"period": quarter(2022, 1)},
        {"period": year(2023)},
        {"period": quarter(2023, 1, flow="per_month")},
        {"measure": "change"},
    ],
    ids=str,
)
def test_nothing_is_calculated_from_what_is_not_alike(different: dict[str, Any]) -> None:
    fields = {"amount": billions(7), "period": quarter(2023, 1)} | different
    assert change(level("later", 6.7, 2024), claim("earlier", **fields)) == []


def test_nothing_is_divided_by_zero() -> None:
    assert change(level("later", 6.7, 2024), claim("earlier", number(0), period=quarter(2023, 1))) == []


def test_a_calculated_number_is_marked_and_names_its_inputs() -> None:
    reply = ask([level("later", 6.7, 2024), level("earlier", 7.09, 2023)], "meta capex").reply
    notes = [note for line in reply.lines for note in line.notes if note.kind == "calculated"]
    assert [note.text for note in notes] == ["−5.5% on Q1 2023's US$7.09 bn [1] (calculated)"]


def test_the_shipped_base_calculates_metas_first_quarter(shipped: Line) -> None:
    text = "\n".join(note.text for line in shipped.ask("meta", ON, "de").reply.lines for note in line.notes)
    assert "−5,5\N{NO-BREAK SPACE}% gegenüber Q1 2023 mit 7,09 Mrd. US-Dollar [1] (berechnet)" in text
