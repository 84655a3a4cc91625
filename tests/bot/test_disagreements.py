"""Conflicts, revisions and contrasts are shown with both sides; old answers say how old they are."""

from datetime import date

import pytest

from .samples import FORECAST, GUIDANCE, ask, billions, both, claim, found, main_ids, number, year


@pytest.mark.parametrize("speakers", [(None, None), ("barclays", "meta"), ("meta", None)])
def test_disjoint_amounts_of_one_thing_conflict_and_both_are_shown(speakers: tuple[str | None, str | None]) -> None:
    one = claim("one", billions(11), metric="loss", status="forecast", period=year(2026), speaker=speakers[0])
    other = claim(
        "two", billions(14), "summer", metric="loss", status="forecast", period=year(2026), speaker=speakers[1]
    )
    answer = found([one, other], "meta loss 2026")
    assert {entry.claim.id for entry in answer.entries} == {"one", "two"}
    assert [set(pair) for pair in answer.conflicts] == [{"one", "two"}]
    assert answer.revisions == ()


def test_a_conflict_with_a_claim_that_was_not_asked_for_is_shown_too() -> None:
    one = claim("one", billions(11), metric="loss", status="forecast", period=year(2026), speaker="barclays")
    other = claim(
        "two", billions(14), "summer", metric="loss", status="forecast", period=year(2026), speaker="susan-li"
    )
    answer = found([one, other], "meta loss according to Barclays")
    assert main_ids(answer) == ["one"]
    assert [(entry.claim.id, entry.role) for entry in answer.entries] == [("one", "main"), ("two", "conflict")]
    assert [set(pair) for pair in answer.conflicts] == [{"one", "two"}]


def test_the_same_speaker_later_revises_and_does_not_conflict() -> None:
    later = claim("later", billions(50, 60), "autumn", status="guidance", period=year(2024), speaker="meta")
    answer = found([GUIDANCE, later], "meta capex 2024")
    assert answer.conflicts == ()
    assert [tuple(pair) for pair in answer.revisions] == [("guidance", "later")]
    assert main_ids(answer) == ["later", "guidance"]


@pytest.mark.parametrize(
    "different",
    [
        {"basis": "leases"},
        {"scenario": "required"},
        {"status": "forecast"},
        {"period": year(2024, flow="per_quarter")},
        {"period": year(2023)},
        {"subject": "alphabet", "about": ("meta",)},
        {"amount": billions(6, 40)},
        {"amount": number(5, unit="EUR")},
    ],
    ids=str,
)
def test_figures_of_different_things_do_not_conflict(different: dict[str, object]) -> None:
    one = claim("one", billions(7), period=year(2024))
    other = claim("two", **({"amount": billions(9), "period": year(2024), "of_article": "summer"} | different))  # type: ignore[arg-type]  # a row of the table
    assert found([one, other], "meta capex").conflicts == ()


def test_a_range_conflicts_with_a_number_outside_it_and_not_with_one_on_its_end() -> None:
    outside = claim("outside", billions(41), "summer", status="forecast", period=year(2024))
    answer = found([GUIDANCE, FORECAST, outside], "meta capex 2024")
    assert {frozenset(pair) for pair in answer.conflicts} == {
        frozenset({"guidance", "outside"}),
        frozenset({"forecast", "outside"}),
    }


def test_a_curators_contrast_is_told_where_both_claims_are_shown() -> None:
    one = claim("one", billions(1), period=year(2024), contrasts=[{"claim": "two", "reason": both("Because of X.")}])
    other = claim("two", billions(2), "summer", period=year(2023))
    reply = ask([one, other], "meta capex").reply
    notes = [note.text for line in (*reply.lines, *reply.more) for note in line.notes if note.kind == "contrast"]
    assert len(notes) == 1
    assert "Because of X." in notes[0]


@pytest.mark.parametrize(
    ("on", "months"),
    [
        (date(2024, 8, 3), None),
        (date(2025, 8, 2), None),
        (date(2025, 8, 3), None),
        (date(2025, 8, 4), 12),
        (date(2025, 9, 2), 12),
        (date(2025, 9, 3), 13),
        (date(2026, 8, 3), 24),
    ],
)
def test_the_age_of_the_newest_match_is_said_when_it_is_over_twelve_months(on: date, months: int | None) -> None:
    notes = [note.text for note in ask([GUIDANCE, FORECAST], "meta capex 2024", on).reply.notes]
    assert notes == ([] if months is None else [f"The newest source is {months} months old."])
