"""The third promise: conflict, caution, basis, status and date are part of the figure, in every plain text."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Entry, Found
from bot.line import Asked, Line
from bot.plain import plain_text
from bot.wording.titles import Titles
from knowledge.store import Store
from knowledge.value import Language

ON = date(2026, 8, 2)

GERMAN = {"actual": "Ist", "guidance": "Ausblick", "plan": "Plan", "forecast": "Prognose", "estimate": "Schätzung",
          "alleged": "Behauptung", "opinion": "Meinung"}  # fmt: skip
MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
}


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Language:
    return "de" if request.param == "de" else "en"


def answers(line: Line, store: Store, language: Language) -> Iterator[tuple[Asked, Found]]:
    for subject in store.vocabulary().subjects:
        asked = line.ask(subject.name.in_language(language), ON, language)
        if isinstance(asked.answer, Found):
            yield asked, asked.answer


def blocks(asked: Asked) -> list[str]:
    """Each figure of the plain text together with the notes below it."""
    found: list[str] = []
    for text in plain_text(asked.reply).split("\n")[1:]:
        if text.startswith("  ") and found:
            found[-1] += "\n" + text
        else:
            found.append(text)
    return found


def expected(entry: Entry, asked: Asked, language: Language) -> list[str]:
    """What has to stand in the block of a claim."""
    claim, published = entry.claim, entry.article.published
    parts = [GERMAN[claim.status] if language == "de" else claim.status, f"[{entry.citation}]"]
    parts += [caution.text.in_language(language) for caution in claim.cautions]
    parts += [str(published.date.year)]
    if published.precision not in ("month", "year"):
        parts += [str(published.date.day)]
    if published.precision != "year":
        parts += [MONTHS[language][published.date.month - 1]]
    titles = Titles(asked.names, language)
    parts += [titles.term(claim.basis)] if claim.basis else []
    parts += [titles.subject(claim.speaker)] if claim.speaker else []
    if claim.scenario != "none":
        parts += [
            {"required": "erforderlich", "conditional": "unter Bedingung"}[claim.scenario]
            if language == "de"
            else claim.scenario
        ]
    return parts


def test_status_date_basis_speaker_and_cautions_stand_with_each_claim(
    shipped: Line, shipped_store: Store, language: Language
) -> None:
    torn = []
    for asked, answer in answers(shipped, shipped_store, language):
        found = blocks(asked)
        for entry in answer.entries:
            parts = expected(entry, asked, language)
            if not any(all(part in block for part in parts) for block in found):
                torn.append((asked.question.text, entry.claim.id, parts))
    assert torn == []


def test_each_conflict_stands_with_both_of_its_figures(shipped: Line, shipped_store: Store, language: Language) -> None:
    seen = set()
    mark = "Widerspruch" if language == "de" else "Conflict"
    for asked, answer in answers(shipped, shipped_store, language):
        citations = {entry.claim.id: entry.citation for entry in answer.entries}
        for pair in answer.conflicts:
            assert set(pair) <= citations.keys()
            for key in pair:
                assert any(f"≠ {mark}" in block and f"[{citations[key]}]" in block for block in blocks(asked)), pair
            seen.add(frozenset(pair))
    assert seen


def test_the_two_losses_that_are_told_of_openai_for_2026_stand_side_by_side(shipped: Line) -> None:
    asked = shipped.ask("openai loss 2026", ON)
    assert isinstance(asked.answer, Found)
    assert [line.figure for line in asked.reply.lines] == ["US$11 bn", "US$14 bn"]
    for line, other in zip(asked.reply.lines, ("US$14 bn", "US$11 bn"), strict=True):
        assert [note.text for note in line.notes if note.kind == "conflict"] == [
            f"Conflict in the same source: it also says {other}."
        ]
        assert any("contradicts itself" in note.text for note in line.notes if note.kind == "caution")


def test_a_fact_and_a_forecast_of_one_thing_are_told_apart(shipped: Line) -> None:
    labels = [line.label for line in shipped.ask("meta capex", ON).reply.lines]
    assert labels[:3] == ["2024 guidance", "2024 forecast", "Q1 2024 actual"]


def test_no_line_mixes_claims_of_different_status_period_or_basis(
    shipped: Line, shipped_store: Store, language: Language
) -> None:
    for asked, answer in answers(shipped, shipped_store, language):
        lines = (*asked.reply.lines, *asked.reply.more)
        assert len(lines) <= len(answer.entries)
        for line in lines:
            assert sum(status in line.label for status in (GERMAN.values() if language == "de" else GERMAN)) >= 1, (
                line.label
            )
            assert len(line.citations) == 1


def test_the_age_of_an_old_answer_is_said(shipped: Line) -> None:
    assert shipped.ask("meta", date(2026, 8, 2)).reply.notes[-1].text == "The newest source is 21 months old."
    assert shipped.ask("meta", date(2026, 8, 2), "de").reply.notes[-1].text == "Die neueste Quelle ist 21 Monate alt."
    assert shipped.ask("meta", date(2024, 12, 1)).reply.notes == ()


def test_guidance_of_meta_is_told_with_its_caution_date_and_words(shipped: Line) -> None:
    text = plain_text(shipped.ask("/capex meta", ON).reply)
    age, figure, contrast, caution = text.split("\n")[1:5]
    assert age == "The newest source is 21 months old."
    assert figure == "2024 guidance: US$35–40 bn, Meta, about 25 Apr 2024 [1]"
    assert contrast.startswith("  ⇄ Contrast [2]: Meta's own range of April 2024 stands against its upper end")
    assert caution.startswith("  ! scope: This is capital expenditure as a whole")
    assert (
        "zwischen 35 und 40 Milliarden US-Dollar" in " ".join(text.split()) or "35 und 40 Milliarden US-Dollar" in text
    )
