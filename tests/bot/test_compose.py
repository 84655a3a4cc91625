"""What is answered from which claims, each base no larger than its behaviour."""

from datetime import date

import pytest

from bot.answer import Ambiguous, Found, Help, NotFound

from .samples import ask, billions, both, claim, found, main_ids, number, quarter, year

GUIDANCE = claim("guidance", billions(35, 40), status="guidance", period=year(2024), speaker="meta")
FORECAST = claim("forecast", billions(40), "summer", status="forecast", period=year(2024))
REPORTED = claim("reported", billions(6.7), period=quarter(2024, 1))
REVENUE = claim("revenue", billions(100), metric="revenue", period=year(2023))
GOOGLE = claim("google", billions(25), subject="alphabet", period=year(2023))
BASE = (GUIDANCE, FORECAST, REPORTED, REVENUE, GOOGLE)


def test_a_name_alone_is_answered_with_its_spending_first() -> None:
    answer = found(BASE, "meta")
    assert main_ids(answer) == ["guidance", "forecast", "reported"]
    assert [entry.claim.id for entry in answer.entries if entry.role == "also"] == ["revenue"]


def test_a_name_without_figures_on_spending_is_answered_with_all_that_is_known() -> None:
    assert set(main_ids(found([REVENUE, claim("said", metric=None)], "meta"))) == {"revenue", "said"}


def test_a_name_that_others_claims_mention_is_answered_with_them() -> None:
    answer = found([claim("compared", billions(1), about=("microsoft",))], "microsoft")
    assert [entry.claim.id for entry in answer.entries] == ["compared"]
    assert answer.entries[0].role == "main"


def test_a_metric_gives_claims_of_that_metric_alone() -> None:
    assert [entry.claim.id for entry in found(BASE, "meta revenue").entries] == ["revenue"]


def test_a_period_gives_claims_within_it_alone() -> None:
    answer = found(BASE, "meta capex 2024")
    assert main_ids(answer) == ["guidance", "forecast", "reported"]
    assert main_ids(found(BASE, "meta capex Q1 2024")) == ["reported"]


def test_a_claim_without_a_period_answers_no_question_for_one() -> None:
    answer = ask([claim("someday", billions(5))], "meta capex 2024").answer
    assert isinstance(answer, NotFound)


def test_a_claim_on_a_longer_period_answers_no_question_for_a_part_of_it() -> None:
    assert isinstance(ask([GUIDANCE], "meta capex Q2 2024").answer, NotFound)


def test_a_metric_alone_offers_its_owners_and_no_claim() -> None:
    answer = ask(BASE, "capex").answer
    assert isinstance(answer, Ambiguous)
    assert [(choice.subject, choice.metric) for choice in answer.choices] == [("meta", "capex"), ("alphabet", "capex")]


def test_a_metric_alone_with_one_owner_is_answered() -> None:
    asked = ask(BASE, "revenue")
    assert isinstance(asked.answer, Found)
    assert main_ids(asked.answer) == ["revenue"]
    assert asked.question.subjects == ("meta",)


def test_a_metric_and_a_period_offer_the_owners_that_have_both() -> None:
    answer = ask([GUIDANCE, GOOGLE, claim("third", billions(1), subject="microsoft", period=year(2023))], "capex 2023").answer
    assert isinstance(answer, Ambiguous)
    assert {choice.subject for choice in answer.choices} == {"alphabet", "microsoft"}


def test_a_claim_that_is_not_approved_does_not_answer() -> None:
    assert isinstance(ask([claim("new", billions(1), state="proposed")], "meta capex").answer, NotFound)


def test_a_call_for_help_is_no_answer_from_the_base() -> None:
    assert isinstance(ask(BASE, "help").answer, Help)


# What is missing


def test_an_unknown_name_is_refused_by_its_word() -> None:
    answer = ask(BASE, "samsung capex").answer
    assert isinstance(answer, NotFound)
    assert [(missing.reason, missing.words) for missing in answer.missing] == [("unknown_name", ("samsung",))]
    assert {choice.subject for choice in answer.choices} <= {"meta", "alphabet"}


def test_an_unknown_word_beside_a_known_name_is_refused() -> None:
    answer = ask(BASE, "meta capex bananas").answer
    assert isinstance(answer, NotFound)
    assert [(missing.reason, missing.words) for missing in answer.missing] == [("not_understood", ("bananas",))]


def test_a_metric_that_a_name_has_not_is_refused_with_those_it_has() -> None:
    answer = ask([GUIDANCE, REVENUE, claim("lost", billions(1), subject="alphabet", metric="loss")], "meta loss").answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["no_metric"]
    assert {(choice.subject, choice.metric) for choice in answer.choices} == {("meta", "capex"), ("meta", "revenue")}


def test_a_period_without_a_claim_is_refused_with_the_periods_that_have_one() -> None:
    answer = ask(BASE, "meta capex 2031").answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["other_period"]
    assert {choice.period.label for choice in answer.choices if choice.period} == {"2024", "Q1 2024"}


def test_a_period_alone_asks_for_a_name() -> None:
    answer = ask(BASE, "2024").answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["no_subject"]


def test_a_text_that_is_too_long_is_refused() -> None:
    answer = ask(BASE, "meta capex " * 1000).answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["too_long"]


# Comparison


def test_a_comparison_shows_each_side() -> None:
    answer = found(BASE, "meta vs google capex")
    assert {entry.claim.subject for entry in answer.entries if entry.role == "main"} == {"meta", "alphabet"}
    assert answer.missing == ()


def test_a_comparison_with_one_side_missing_says_so_and_shows_the_other() -> None:
    answer = found(BASE, "meta vs microsoft capex")
    assert {entry.claim.subject for entry in answer.entries} == {"meta"}
    assert [(missing.subject, missing.metric) for missing in answer.missing] == [("microsoft", "capex")]


def test_a_comparison_in_a_period_that_one_side_lacks_says_so() -> None:
    answer = found(BASE, "meta vs google capex 2023")
    assert {entry.claim.subject for entry in answer.entries} == {"alphabet"}
    assert [(missing.subject, missing.reason) for missing in answer.missing] == [("meta", "other_period")]


def test_a_comparison_with_both_sides_missing_is_not_found() -> None:
    answer = ask(BASE, "microsoft vs barclays capex").answer
    assert isinstance(answer, NotFound)
    assert [missing.subject for missing in answer.missing] == ["microsoft", "barclays"]


# Speakers, amounts, topics


def test_a_speaker_beside_a_name_leaves_only_what_he_says() -> None:
    base = (GUIDANCE, claim("heard", billions(50), status="forecast", speaker="barclays", period=year(2024)))
    assert main_ids(found(base, "meta capex according to Barclays")) == ["heard"]


def test_a_speaker_who_says_nothing_on_a_name_gives_no_figure() -> None:
    base = (GUIDANCE, claim("heard", billions(1), subject="alphabet", speaker="barclays"))
    assert isinstance(ask(base, "meta capex according to Barclays").answer, NotFound)


def test_whom_the_article_has_it_from_counts_as_the_speaker() -> None:
    base = (GUIDANCE, claim("heard", billions(50), speaker="meta", via="barclays", status="forecast"))
    assert main_ids(found(base, "meta capex according to Barclays")) == ["heard"]


def test_a_speaker_alone_is_answered_with_what_he_says() -> None:
    base = (GUIDANCE, claim("heard", billions(50), status="forecast", speaker="barclays"))
    assert main_ids(found(base, "according to Barclays")) == ["heard"]


def test_an_amount_that_no_claim_has_is_not_confirmed() -> None:
    assert isinstance(ask(BASE, "does meta spend 999 billion dollars").answer, NotFound)


def test_an_amount_leaves_the_claims_that_have_it() -> None:
    assert set(main_ids(found(BASE, "meta 40 billion dollars"))) == {"guidance", "forecast"}


def test_an_amount_of_another_unit_is_not_confirmed() -> None:
    base = [claim("share", number(40, unit="percent"), metric="market-share", measure="share", of="market")]
    assert isinstance(ask(base, "meta 40 dollars").answer, NotFound)
    assert main_ids(found(base, "meta 40 percent")) == ["share"]


def test_a_question_for_growth_is_answered_with_changes() -> None:
    rise = claim("rise", number(90, unit="percent"), measure="change", direction="up", period=year(2024))
    assert main_ids(found([rise, REPORTED], "how much did meta capex grow")) == ["rise"]


# Conflicts and revisions


@pytest.mark.parametrize("speakers", [(None, None), ("barclays", "meta"), ("meta", None)])
def test_disjoint_amounts_of_one_thing_conflict_and_both_are_shown(speakers: tuple[str | None, str | None]) -> None:
    one = claim("one", billions(11), metric="loss", status="forecast", period=year(2026), speaker=speakers[0])
    other = claim("two", billions(14), "summer", metric="loss", status="forecast", period=year(2026), speaker=speakers[1])
    answer = found([one, other], "meta loss 2026")
    assert {entry.claim.id for entry in answer.entries} == {"one", "two"}
    assert [set(pair) for pair in answer.conflicts] == [{"one", "two"}]
    assert answer.revisions == ()


def test_a_conflict_with_a_claim_that_was_not_asked_for_is_shown_too() -> None:
    one = claim("one", billions(11), metric="loss", status="forecast", period=year(2026), speaker="barclays")
    other = claim("two", billions(14), "summer", metric="loss", status="forecast", period=year(2026), speaker="susan-li")
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


# Roles, citations, order


def test_a_citation_is_numbered_in_the_order_of_first_use() -> None:
    answer = found([*BASE, claim("last", None, "autumn")], "meta")
    numbers = [entry.citation for entry in answer.entries]
    assert numbers[0] == 1
    assert all(number <= max(numbers[:place], default=0) + 1 for place, number in enumerate(numbers))
    by_article = {(entry.article.id, entry.citation) for entry in answer.entries}
    assert len(by_article) == len({article for article, _ in by_article}) == len({number for _, number in by_article})


def test_a_claim_stands_in_an_answer_once() -> None:
    ids = [entry.claim.id for entry in found(BASE, "meta vs google").entries]
    assert len(ids) == len(set(ids))


def test_the_same_claims_in_another_order_give_the_same_answer() -> None:
    assert found(BASE, "meta").entries == found(reversed(BASE), "meta").entries


def test_a_curators_contrast_is_told_where_both_claims_are_shown() -> None:
    one = claim("one", billions(1), period=year(2024), contrasts=[{"claim": "two", "reason": both("Because of X.")}])
    other = claim("two", billions(2), "summer", period=year(2023))
    reply = ask([one, other], "meta capex").reply
    notes = [note.text for line in (*reply.lines, *reply.more) for note in line.notes if note.kind == "contrast"]
    assert len(notes) == 1
    assert "Because of X." in notes[0]


# Age


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
