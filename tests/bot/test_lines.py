"""A claim as a line: label, figure, who and when, and the notes that belong to it."""

import pytest

from bot.reply import Line
from knowledge.claim import Claim, Status
from knowledge.value import Language

from .samples import ask, billions, both, claim, number, quarter, year


def lines(*claims: Claim, text: str = "meta capex", language: Language = "en") -> list[Line]:
    reply = ask(claims, text, language=language).reply
    return [*reply.lines, *reply.more]


def line(one: Claim, language: Language = "en") -> Line:
    first, *others = lines(one, language=language)
    assert others == []
    return first


@pytest.mark.parametrize(
    ("status", "english", "german"),
    [
        ("actual", "2024 actual", "2024 Ist"),
        ("guidance", "2024 guidance", "2024 Ausblick"),
        ("plan", "2024 plan", "2024 Plan"),
        ("forecast", "2024 forecast", "2024 Prognose"),
        ("estimate", "2024 estimate", "2024 Schätzung"),
        ("alleged", "2024 alleged", "2024 Behauptung"),
        ("opinion", "2024 opinion", "2024 Meinung"),
    ],
)
def test_a_label_names_period_and_status(status: Status, english: str, german: str) -> None:
    one = claim("one", billions(5), status=status, period=year(2024))
    assert line(one).label == english
    assert line(one, "de").label == german


def test_a_scenario_stands_beside_the_status() -> None:
    one = claim("one", billions(5), status="estimate", scenario="required", period=year(2024))
    assert line(one).label == "2024 estimate (required)"
    assert line(one, "de").label == "2024 Schätzung (erforderlich)"


def test_a_line_names_basis_speaker_and_date() -> None:
    one = claim("one", billions(5), period=year(2023), speaker="susan-li", basis="leases")
    assert line(one).detail == "incl. leases, Susan Li (Meta), 25 Apr 2024"
    assert line(one, "de").detail == "inkl. Leasing, Susan Li (Meta), 25. Apr. 2024"


def test_a_line_says_whom_the_article_has_it_from() -> None:
    assert "Barclays, via Meta" in line(claim("one", billions(5), speaker="barclays", via="meta")).detail


def test_a_forecast_that_nobody_is_named_for_says_so() -> None:
    assert "speaker not named" in line(claim("one", billions(5), status="forecast", period=year(2024))).detail


def test_what_the_article_reports_in_its_own_voice_is_told_as_reported() -> None:
    assert line(claim("one", billions(5))).detail == "as reported, 25 Apr 2024"
    assert line(claim("one", billions(5)), "de").detail == "wie berichtet, 25. Apr. 2024"


def test_a_change_has_its_sign_and_what_it_is_measured_against() -> None:
    rise = claim("rise", number(90, unit="percent"), measure="change", direction="up",
                 period=year(2023, baseline="2022"))  # fmt: skip
    assert line(rise).figure == "+90% against 2022"
    assert line(rise, "de").figure == "+90\N{NO-BREAK SPACE}% gegenüber 2022"


@pytest.mark.parametrize(
    ("baseline", "english", "german"),
    [
        ("H1 2022", "against H1 2022", "gegenüber 1. Halbjahr 2022"),
        ("30 Nov 2022", "against 30 Nov 2022", "gegenüber 30. Nov. 2022"),
        ("start of the week", "against the start of the week", "gegenüber dem Wochenbeginn"),
        ("the peak of the boom", "against the peak of the boom", "gegenüber the peak of the boom"),
    ],
)
def test_what_a_change_is_measured_against_is_named_in_the_language(baseline: str, english: str, german: str) -> None:
    rise = claim("rise", number(90, unit="percent"), measure="change", period=year(2023, baseline=baseline))
    assert line(rise).figure.endswith(english)
    assert line(rise, "de").figure.endswith(german)


def test_a_level_and_the_change_that_its_source_reports_with_it_share_a_line() -> None:
    level = claim("level", billions(25), period=year(2023))
    rise = claim(
        "rise", number(90, unit="percent"), measure="change", direction="up", period=year(2023, baseline="2022")
    )
    assert [one.figure for one in lines(rise, level)] == ["US$25 bn, +90% against 2022"]


@pytest.mark.parametrize(
    "different",
    [{"status": "forecast"}, {"basis": "leases"}, {"speaker": "barclays"}, {"of_article": "summer"}],
    ids=str,
)
def test_a_fact_and_a_forecast_or_two_sources_never_share_a_line(different: dict[str, str]) -> None:
    level = claim("level", billions(25), period=year(2023))
    fields: dict[str, object] = {"measure": "change", "direction": "up", "period": year(2023)} | different
    rise = claim("rise", number(90, unit="percent"), **fields)  # type: ignore[arg-type]  # a row of the table
    assert sorted(one.figure for one in lines(level, rise)) == ["+90%", "US$25 bn"]


def test_two_levels_of_one_quote_have_a_line_each() -> None:
    one, other = claim("one", billions(1), period=quarter(2024, 1)), claim("two", billions(2), period=quarter(2024, 1))
    assert sorted(line.figure for line in lines(one, other)) == ["US$1 bn", "US$2 bn"]


@pytest.mark.parametrize(("flow", "figure"), [("per_year", "US$5 bn a year"), ("per_quarter", "US$5 bn a quarter"),
                                              ("cumulative", "US$5 bn cumulative"), ("total", "US$5 bn")])  # fmt: skip
def test_a_flow_is_part_of_the_figure(flow: str, figure: str) -> None:
    assert line(claim("one", billions(5), period=year(2024, flow=flow))).figure == figure


def test_a_share_names_its_whole() -> None:
    share = claim("one", number(90, unit="percent"), metric="market-share", measure="share", of="market")
    assert lines(share, text="meta")[0].figure == "90% of the market"


def test_a_bare_count_is_told_by_its_statement() -> None:
    count = claim("one", number(12, unit="count"), measure="count", statement=both("There are 12 of them."))
    assert line(count).figure == "There are 12 of them."


def test_a_claim_in_words_is_told_by_its_statement_in_the_language_of_the_answer() -> None:
    said = claim("one", statement=both("It will rise.", "Es wird steigen."))
    assert line(said).figure == "It will rise."
    assert line(said, "de").figure == "Es wird steigen."


def test_every_caution_stands_with_its_figure_its_kind_first() -> None:
    texts = [
        {"kind": "scope", "text": both("All of it.", "Alles.")},
        {"kind": "period", "text": both("No year.", "Kein Jahr.")},
    ]
    one = claim("one", billions(5), cautions=texts)
    assert [(note.kind, note.text) for note in line(one).notes] == [
        ("caution", "scope: All of it."),
        ("caution", "period: No year."),
    ]
    assert [note.text for note in line(one, "de").notes] == ["Abgrenzung: Alles.", "Zeitraum: Kein Jahr."]


def test_a_conflict_is_told_at_both_figures() -> None:
    one = claim("one", billions(11), period=year(2023))
    other = claim("two", billions(14), "summer", period=year(2023))
    first, second = lines(one, other)
    assert [note.text for note in first.notes] == ["Conflict: [2] says US$11 bn."]
    assert [note.text for note in second.notes] == ["Conflict: [1] says US$14 bn."]
    assert (first.figure, second.figure) == ("US$14 bn", "US$11 bn")


def test_a_conflict_within_one_article_is_told_as_one() -> None:
    notes = [note.text for one in lines(claim("one", billions(11)), claim("two", billions(14))) for note in one.notes]
    assert sorted(notes) == [
        "Conflict in the same source: it also says US$11 bn.",
        "Conflict in the same source: it also says US$14 bn.",
    ]


def test_a_revision_is_told_at_both_figures_with_the_earlier_one_as_such() -> None:
    old = claim("old", billions(30), period=year(2024), status="guidance", speaker="meta")
    new = claim("new", billions(40), "autumn", period=year(2024), status="guidance", speaker="meta")
    first, second = lines(old, new)
    assert [note.text for note in first.notes] == ["Revised: earlier US$30 bn [2]."]
    assert [note.text for note in second.notes] == ["Later revised to US$40 bn [1]."]


def test_labels_name_the_subject_where_there_are_several() -> None:
    base = [claim("one", billions(1)), claim("two", billions(2), subject="alphabet")]
    assert {one.label for one in lines(*base, text="meta vs google capex")} == {"Meta · actual", "Alphabet · actual"}


def test_a_label_leaves_out_the_period_that_the_headline_names() -> None:
    base = [claim("whole", billions(5), period=year(2024)), claim("part", billions(1), period=quarter(2024, 1))]
    assert [one.label for one in lines(*base, text="meta capex 2024")] == ["actual", "Q1 2024 actual"]
    assert ask(base, "meta capex 2024").reply.headline == "Meta · capital expenditure · 2024"


def test_a_figure_is_told_apart_from_a_sentence() -> None:
    count = claim("count", number(12, unit="count"), measure="count")
    told = {one.figure: one.is_sentence for one in lines(claim("one", billions(5)), claim("said"), count)}
    assert told == {"US$5 bn": False, "Statement of said.": True, "Statement of count.": True}


def test_what_does_not_fit_a_phone_stands_behind_more_and_nothing_is_left_out() -> None:
    base = [claim(f"c{place}", billions(place + 1), period=year(2010 + place)) for place in range(12)]
    reply = ask(base, "meta capex").reply
    assert 1 <= len(reply.lines) <= 6
    assert len(reply.lines) + len(reply.more) == len(base)


def test_a_conflict_with_a_shown_figure_is_shown_on_the_phone_too() -> None:
    base = [claim(f"c{place}", billions(place + 1), period=year(2023 - place)) for place in range(9)]
    reply = ask([*base, claim("other", billions(99), period=year(2023), status="estimate")], "meta capex").reply
    assert {"US$1 bn", "US$99 bn"} <= {one.figure for one in reply.lines}
