"""Any reply is one message within Discord's limits, with all that belongs to each line it shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from adapters.discord_app.escaping import escape
from adapters.discord_app.message import LONGEST_ID, LONGEST_LABEL, Message, message, size
from bot.brief import brief
from bot.line import Line
from bot.names import Names
from bot.plain import citation_text
from bot.reply import Action, Citation, Note, Reply
from bot.reply import Line as Row

from .hostile import replies
from .markup import live, undecorated

_ON = date(2024, 12, 1)


@pytest.fixture(scope="module")
def shipped_replies(shipped: Line, shipped_names: Names) -> list[Reply]:
    """Every subject and metric of the base, asked in both languages."""
    words = [name for one in shipped_names.subjects.values() for name in one.names()]
    metrics = [one.name.en or "" for one in shipped_names.metrics.values()]
    pairs = [f"{one.name.en} {metric}" for one in shipped_names.subjects.values() for metric in metrics[:3]]
    questions = ("", "hi", "alphabet vs amazon", "samsung capex", "meta 2031", *words, *metrics, *pairs)
    return [shipped.ask(text, _ON, language).reply for text in questions for language in ("en", "de")]


def test_every_answer_of_the_base_fits_and_shows_a_line(shipped_replies: list[Reply]) -> None:
    for reply in shipped_replies:
        made = message(reply)
        assert _sound(reply, made)
        shown = _shown(reply, made.content)
        assert bool(shown) == bool(reply.lines)
        assert all(f"> «{escape(quote)}»" in made.content for line in shown for quote in line.quotes)


@given(replies)
def test_every_hostile_reply_fits_and_is_inert(reply: Reply) -> None:
    assert _sound(reply, message(reply))


def _sound(reply: Reply, made: Message) -> bool:
    assert 0 < size(made.content) <= 2000
    assert live(undecorated(made.content, set(_links(made.content)))) == set()
    short = brief(reply)
    for line in _shown(short, made.content):
        assert all(escape(note.text) in made.content for note in line.notes)
        for citation in short.citations:
            assert citation.number not in line.citations or escape(citation_text(citation)) in made.content
    ids = [button.id for button in made.buttons]
    assert len(ids) == len(set(ids)) <= 20
    assert all(size(button.id) <= LONGEST_ID and 0 < size(button.label) <= LONGEST_LABEL for button in made.buttons)
    return True


def _shown(reply: Reply, content: str) -> list[Row]:
    """The lines of the reply that the content has, found by how many it says are left."""
    left = next((row for row in content.split("\n") if row.startswith("-# …")), "")
    number = next((int(word) for word in left.split() if word.isdigit()), 0)
    return list(reply.lines[: len(reply.lines) + len(reply.more) - number])


def _links(content: str) -> Iterator[str]:
    for row in content.split("\n"):
        start = row.rfind(" <http")
        if start >= 0 and row.endswith(">"):
            yield row[start + 1 :]


def _reply(lines: int, quote: str = "words", **fields: Any) -> Reply:
    notes = (Note(kind="caution", text="mind the scope"),)
    rows = tuple(
        Row(
            label=f"{2000 + place}",
            figure=f"US${place} bn",
            detail="x" * 150,
            citations=(1,),
            notes=notes,
            quotes=(quote,),
        )
        for place in range(lines)
    )
    source = Citation(number=1, title="Title", source="Publisher", date="1 May 2024")
    reply = Reply(outcome="found", language="en", headline="Head", lines=rows, citations=(source,))
    return replace(reply, **fields)


def test_a_line_is_left_out_rather_than_the_words_of_its_article() -> None:
    content = message(_reply(8, quote="words " * 80)).content
    assert "… 6 more" in content
    assert content.count("mind the scope") == content.count("«words words") == 2


def test_a_line_that_does_not_fit_alone_goes_without_the_words_of_its_article() -> None:
    content = message(_reply(2, quote="words " * 400)).content
    assert "«" not in content
    assert content.count("mind the scope") == 1
    assert "… 1 more" in content


def test_lines_are_left_out_from_the_end_and_counted() -> None:
    content = message(_reply(20)).content
    shown = content.count("mind the scope")
    assert f"… {20 - shown} more" in content
    assert "**US$0 bn** · 2000, xxx" in content
    assert content.count("«words»") == shown
    assert "-# [1] Title (Publisher), 1 May 2024" in content


def test_figure_words_and_notes_of_a_line_stand_together_between_empty_lines() -> None:
    content = message(replace(_reply(2), example="meta revenue", more=_reply(1).lines)).content
    head, first, second, rest = content.split("\n\n")
    assert head == "**Head**"
    assert first == f"**US$0 bn** · 2000, {'x' * 150} [1]\n> «words»\n-# ! mind the scope"
    assert second.startswith("**US$1 bn**")
    assert rest == "-# … 1 more; ask for example: meta revenue\n-# [1] Title (Publisher), 1 May 2024"


def test_a_sentence_is_not_bold_and_begins_with_its_status() -> None:
    row = Row(label="guidance", figure="It will rise.", detail="Meta, 1 May 2024", citations=(1,), is_sentence=True)
    assert "\n\nguidance: It will rise, Meta, 1 May 2024 [1]" in message(replace(_reply(0), lines=(row,))).content


def test_what_holds_for_the_whole_stands_under_the_headline() -> None:
    note = Note(kind="hint", text="The newest source is old.")
    assert message(_reply(1, notes=(note,))).content.startswith("**Head**\n-# The newest source is old.\n\n**US$0 bn**")


def test_a_source_that_only_a_note_names_is_shown() -> None:
    note = Note(kind="conflict", text="Conflict: [2] says US$9 bn.")
    row = Row(label="2024", figure="US$8 bn", detail="Meta", citations=(1,), notes=(note,))
    sources = tuple(Citation(number=number, title=f"T{number}", source="P", date="D") for number in (1, 2, 3))
    content = message(replace(_reply(0), citations=sources, lines=(row,))).content
    assert "[2] T2" in content
    assert "[3] T3" not in content


def test_an_address_is_linked_without_a_preview() -> None:
    source = Citation(number=1, title="T", source="P", date="D", url="https://example.org/a b")
    assert "[1] T (P), D <https://example.org/a%20b>" in message(_reply(1, citations=(source,))).content


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x.example", "https://good.example@evil.example", "https:x"]
)
def test_no_other_address_is_linked(url: str) -> None:
    source = Citation(number=1, title="T", source="P", date="D", url=url)
    assert "<" not in message(_reply(1, citations=(source,))).content


def test_a_choice_is_a_button_that_carries_its_question() -> None:
    actions = (Action(label="Meta · 2024", ask="Meta 2024"), Action(label="too long", ask="x" * 100))
    made = message(_reply(0, language="de", actions=actions))
    assert [(button.label, button.id) for button in made.buttons] == [("Meta · 2024", "ask:de:Meta 2024")]


def test_a_question_is_listed_only_where_it_has_no_button() -> None:
    actions = (Action(label="2024", ask="Meta 2024"), Action(label="long", ask="x" * 100))
    content = message(_reply(0, actions=actions)).content
    assert f"→ {'x' * 100}" in content
    assert "Meta 2024" not in content
