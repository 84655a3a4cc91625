"""The short form of a reply: every line, source and note of it in fewer words, none of them gone."""

from datetime import date

import pytest

from bot.brief import brief, referred
from bot.line import Line
from bot.reply import Citation, Note, Reply
from bot.reply import Line as Row
from knowledge.store import Store

from .samples import ask, billions, both, claim, year

ON = date(2026, 8, 2)
LONG = "It is the whole of it; " + "and here is why that is so, with many words " * 5 + "."
SCOPE = {"kind": "scope", "text": both(LONG)}


def test_a_caution_keeps_its_place_its_kind_and_its_beginning() -> None:
    reply = ask([claim("one", billions(5), cautions=[SCOPE])], "meta capex").reply
    assert [note.text for note in reply.lines[0].notes] == [f"scope: {LONG}"]
    (note,) = brief(reply).lines[0].notes
    assert note.text.startswith("scope: It is the whole of it; and here")
    assert note.text.endswith(" …")
    assert len(note.text) < 110


def test_a_note_beside_two_figures_is_told_at_the_first_and_referred_to_at_the_second() -> None:
    base = [
        claim(f"c{place}", billions(place + 1), status="forecast", period=year(2023 - place), cautions=[SCOPE])
        for place in range(2)
    ]
    reply = ask(base, "meta capex").reply
    first, second = ([note.text for note in line.notes] for line in brief(reply).lines)
    assert first[0].startswith("scope: It is")
    assert second == ["scope: see above"]
    assert [[note.text for note in line.notes] for line in reply.lines] == [[f"scope: {LONG}"]] * 2


def test_a_contrast_told_from_both_sides_gives_its_reason_once() -> None:
    pair = (("one", "two"), ("two", "one"))
    base = [
        claim(
            key,
            billions(place + 1),
            status="forecast",
            period=year(2023 - place),
            contrasts=[{"claim": other, "reason": both("X.")}],
        )
        for place, (key, other) in enumerate(pair)
    ]
    notes = [note.text for line in brief(ask(base, "meta capex").reply).lines for note in line.notes]
    assert notes == ["Contrast [1]: X.", "Contrast [1]: see above"]


def test_nothing_is_referred_to_that_stands_behind_more() -> None:
    base = [
        claim(f"c{place}", billions(place + 1), status="forecast", period=year(2023 - place), cautions=[SCOPE])
        for place in range(8)
    ]
    reply = ask(base, "meta capex").reply
    assert [line.notes[0].short == "scope: see above" for line in reply.lines] == [False, True, True, True, True]
    assert [line.notes[0].short == "scope: see above" for line in reply.more] == [False, True, True]


def test_of_notes_that_begin_alike_a_line_tells_the_first() -> None:
    notes = tuple(Note(kind="caution", text=f"{'x' * 99}{end}", short=f"{'x' * 60}{end} …") for end in "ab")
    other = Note(kind="conflict", text="x" * 99, short=f"{'x' * 60} …")
    reply = Reply(outcome="found", language="en", headline="", lines=(Row(label="", figure="", notes=(*notes, other)),))
    assert [(note.kind, note.text[-3]) for note in brief(reply).lines[0].notes] == [("caution", "a"), ("conflict", "x")]


def test_whole_notes_that_begin_alike_are_all_told() -> None:
    notes = tuple(Note(kind="conflict", text=f"{'x' * 60}{end}") for end in "ab")
    reply = Reply(outcome="found", language="en", headline="", lines=(Row(label="", figure="", notes=notes),))
    assert brief(reply).lines[0].notes == notes


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_kind_of_caution_of_a_shipped_claim_stands_beside_its_figure(
    shipped: Line, shipped_store: Store, language: str
) -> None:
    for subject in shipped_store.vocabulary().subjects:
        whole = shipped.ask(subject.name.in_language("en"), ON, "de" if language == "de" else "en").reply
        for long, short in zip(whole.lines, brief(whole).lines, strict=True):
            kinds = [
                {note.text.partition(":")[0] for note in line.notes if note.kind == "caution"} for line in (long, short)
            ]
            assert kinds[0] == kinds[1]
            assert {note.kind for note in long.notes} == {note.kind for note in short.notes}
            assert (long.figure, long.label, long.detail, long.citations) == (
                short.figure, short.label, short.detail, short.citations,
            )  # fmt: skip


def test_titles_and_sources_are_short_and_dates_stay() -> None:
    source = Citation(number=1, title="T" * 90, source="S" * 90, date="D", short_title="T …", short_source="S")
    plain = Citation(number=2, title="T", source="S", date="D")
    reply = brief(Reply(outcome="found", language="en", headline="", citations=(source, plain)))
    assert [(one.title, one.source, one.date) for one in reply.citations] == [("T …", "S", "D"), ("T", "S", "D")]


def test_sources_are_those_of_the_lines_and_those_that_notes_name() -> None:
    sources = tuple(Citation(number=number, title="T", source="S", date="D") for number in range(1, 6))
    conflict = Note(kind="conflict", text="Conflict: [3] says US$9 bn.")
    row = Row(label="", figure="US$8 bn", citations=(1,), notes=(conflict,))
    note = Note(kind="hint", text="See [5].")
    reply = Reply(outcome="found", language="en", headline="", lines=(row,), notes=(note,), citations=sources)
    assert [one.number for one in referred(reply, reply.lines)] == [1, 3, 5]
