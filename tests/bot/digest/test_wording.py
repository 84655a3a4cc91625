"""A digest in words: short, each figure with its receipt, and the same facts on both platforms."""

from datetime import date

import pytest

from adapters.discord_app.message import content as discord_content
from adapters.slack_app.blocks import message as slack_message
from bot.digest.digest import Digest
from bot.digest.wording import Page, headline_of, worded
from bot.plain import plain_text
from knowledge.value import Language
from tests.bot.samples import billions, claim, year

from .samples import NAMES, ON, told

GUIDANCE = claim("guidance", billions(30, 37), status="guidance", period=year(2024), speaker="meta")
RAISED = claim("raised", billions(38, 40), "autumn", status="guidance", period=year(2024), speaker="meta")
FORECAST = claim("forecast", billions(40), status="forecast", period=year(2023), speaker="barclays")
ACTUAL = claim("actual", billions(28), "summer", period=year(2023))
OTHER = claim("other", billions(25), "autumn", period=year(2022))
KNOWN = claim("known", billions(20), period=year(2022))
MANY = [
    claim(f"{subject}-{of}", billions(of - 2000), "autumn", subject=subject, period=year(of))
    for subject in ("meta", "alphabet", "microsoft", "brandon")
    for of in range(2010, 2018)
]


def page(digest: Digest, language: Language = "en") -> Page:
    return worded(digest, headline_of(ON, language), NAMES, language)


def main(digest: Digest, language: Language = "en") -> list[str]:
    return [f"{line.label}: {line.figure}" for line in page(digest, language).main.lines]


def notes(digest: Digest, language: Language = "en") -> list[str]:
    found = page(digest, language).main
    return [note.text for note in (*found.notes, *(note for line in found.lines for note in line.notes))]


def test_its_headline_is_its_day() -> None:
    assert headline_of(date(2026, 11, 21), "en") == "AI spending · Saturday, 21 Nov 2026"
    assert headline_of(date(2026, 11, 21), "de") == "KI-Ausgaben · Samstag, 21. Nov. 2026"


def test_raised_guidance_is_told_with_what_it_was_who_said_it_and_when() -> None:
    digest = told([RAISED], [GUIDANCE])
    assert main(digest) == ["Raised · Meta · capital expenditure · 2024 guidance: US$38–40 bn"]
    assert "Before: US$30–37 bn, guidance, Meta, 25 Apr 2024 [2]." in notes(digest)
    assert main(digest, "de") == ["Angehoben · Meta · Investitionsausgaben · 2024 Ausblick: 38–40 Mrd. US-Dollar"]
    assert "Vorher: 30–37 Mrd. US-Dollar, Ausblick, Meta, 25. Apr. 2024 [2]." in notes(digest, "de")


def test_a_reported_figure_is_told_with_what_was_expected() -> None:
    digest = told([ACTUAL], [FORECAST])
    assert main(digest) == ["Reported · Meta · capital expenditure · 2023 actual: US$28 bn"]
    assert "Less than expected: US$40 bn, forecast, Barclays, 25 Apr 2024 [2]." in notes(digest)


def test_both_sides_of_a_conflict_are_shown() -> None:
    digest = told([OTHER], [KNOWN])
    assert main(digest) == [
        "Conflict · Meta · capital expenditure · 2022 actual: US$25 bn",
        "Meta · capital expenditure · 2022 actual: US$20 bn",
    ]
    assert [note for note in notes(digest) if "Conflict" in note] == [
        "Conflict: [2] says US$20 bn.",
        "Conflict: [1] says US$25 bn.",
    ]


def test_every_figure_has_its_source_among_the_citations_of_its_message() -> None:
    found = page(told([RAISED, ACTUAL, OTHER, *MANY], [GUIDANCE, FORECAST, KNOWN]))
    for reply in (found.main, *found.rest):
        numbers = [citation.number for citation in reply.citations]
        assert all(line.citations and set(line.citations) <= set(numbers) for line in reply.lines)
        assert all(line.quotes for line in reply.lines)
        assert len(set(numbers)) == len(numbers)


def test_a_story_from_two_articles_is_one_line_with_both_sources() -> None:
    again = claim("again", billions(28), "autumn", period=year(2023))
    [line] = page(told([ACTUAL, again])).main.lines
    assert line.citations == (1, 2)


def test_a_day_without_news_says_so_and_tells_something_worth_knowing_with_its_age() -> None:
    old = claim("old", billions(7), period=year(2023))
    digest = told([], aside=old)
    assert main(digest) == ["Worth knowing · Meta · capital expenditure · 2023 actual: US$7 bn"]
    assert notes(digest) == ["Nothing new since the last digest."]
    [line] = worded(told([], aside=old), "", NAMES, "en").main.lines
    assert line.citations == (1,)


def test_a_day_without_news_and_asides_is_one_line() -> None:
    found = page(told([]))
    assert (found.main.lines, found.rest) == ((), ())
    assert [note.text for note in found.main.notes] == ["Nothing new since the last digest."]


def test_many_news_fit_a_phone_and_the_rest_stands_in_the_thread() -> None:
    found = page(told(MANY))
    assert len(found.main.lines) <= 5
    assert {line.label.split(" · ")[0] for line in found.main.lines} == {"Meta", "Alphabet", "Microsoft", "Brandoxa"}
    rest = sum(len(reply.lines) for reply in found.rest)
    assert f"{rest} more in the thread." in [note.text for note in found.main.notes]
    untold = len(MANY) - len(found.main.lines) - rest
    assert [note.text for note in found.rest[-1].notes] == [f"{untold} more are not shown; ask for them by name."]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_message_is_taken_whole_by_both_platforms(language: Language) -> None:
    found = page(told([RAISED, ACTUAL, OTHER, *MANY], [GUIDANCE, FORECAST, KNOWN]), language)
    for reply in (found.main, *found.rest):
        for shown in (discord_content(reply), slack_message(reply)["text"]):
            assert all(line.figure in shown.replace("\\", "") for line in reply.lines)
            assert "… " not in shown.replace("«… ", "").replace(" …", "")
        assert reply.headline in plain_text(reply)
