"""Any reply is one message within Discord's limits, with all that belongs to each line it shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord_app.escaping import escape
from adapters.discord_app.layout import LONGEST_ID, LONGEST_LABEL, MOST_COMPONENTS, Layout
from adapters.discord_app.message import content, message, shared
from adapters.discord_app.wording import size
from bot.brief import brief
from bot.line import Line
from bot.names import Names
from bot.plain import citation_text
from bot.reply import Action, Citation, Note, Reply
from bot.reply import Line as Row

from .hostile import replies, texts
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
        made = message(reply, asker=1)
        assert _sound(reply, made)
        shown = _shown(reply, words(made))
        assert bool(shown) == bool(reply.lines)
        assert all(f"> «{escape(said)}»" in words(made) for line in shown for said in line.quotes)


@given(replies, st.booleans())
def test_every_hostile_reply_fits_and_is_inert(reply: Reply, private: bool) -> None:  # noqa: FBT001 - drawn
    assert _sound(reply, message(reply, sharer=2**63) if private else message(reply, asker=2**63))


@given(replies)
def test_every_hostile_reply_without_components_fits_and_is_inert(reply: Reply) -> None:
    text = content(reply)
    assert 0 < size(text) <= 2000
    _inert(reply, text)


@given(replies, texts)
def test_what_is_shared_by_anybody_fits_and_is_inert(reply: Reply, name: str) -> None:
    made = shared(message(reply, asker=2**63), name, reply.language)
    assert sum(map(size, made.texts)) + sum(size(button.label) for button in made.buttons) <= 4000
    _inert(reply, words(made))


def words(made: Layout) -> str:
    """All texts of a message as they are read."""
    return "\n\n".join(made.texts)


def _sound(reply: Reply, made: Layout) -> bool:
    assert made.fits()
    _inert(reply, words(made))
    short = brief(reply)
    for line in _shown(short, words(made)):
        assert all(escape(note.text) in words(made) for note in line.notes)
        for citation in short.citations:
            assert citation.number not in line.citations or escape(citation_text(citation)) in words(made)
    ids = [button.id for button in made.buttons]
    assert len(ids) == len(set(ids)) <= MOST_COMPONENTS
    assert all(size(button.id) <= LONGEST_ID and 0 < size(button.label) <= LONGEST_LABEL for button in made.buttons)
    assert all(0 < len(row) <= 5 for row in made.rows)
    return True


def _inert(reply: Reply, text: str) -> None:
    """Nothing is alive but links to the articles that are cited."""
    links = list(links_in(text))
    assert live(undecorated(text, set(links))) == set()
    cited = {quote(one.url or "", safe=":/?#&=%+,;!$'()") for one in reply.citations}
    assert {link.strip("<>") for link in links} <= cited


def _shown(reply: Reply, content: str) -> list[Row]:
    """The lines of the reply that the content has, found by how many it says are left."""
    left = next((row for row in content.split("\n") if row.startswith("-# …")), "")
    number = next((int(word) for word in left.split() if word.isdigit()), 0)
    return list(reply.lines[: len(reply.lines) + len(reply.more) - number])


def links_in(content: str) -> Iterator[str]:
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
    text = words(message(_reply(8, quote="words " * 220)))
    assert "… 6 more" in text
    assert text.count("mind the scope") == text.count("«words words") == 2


def test_a_line_that_does_not_fit_alone_goes_without_the_words_of_its_article() -> None:
    text = words(message(_reply(2, quote="words " * 700)))
    assert "«" not in text
    assert text.count("mind the scope") == 1
    assert "… 1 more" in text


def test_lines_are_left_out_from_the_end_and_counted() -> None:
    text = words(message(_reply(20)))
    shown = text.count("mind the scope")
    assert f"… {20 - shown} more" in text
    assert "**US$0 bn** · 2000, xxx" in text
    assert text.count("«words»") == shown
    assert "-# [1] Title (Publisher), 1 May 2024" in text


def test_figure_words_and_notes_of_a_line_stand_together_in_one_text() -> None:
    made = message(replace(_reply(2), example="meta revenue", more=_reply(1).lines))
    head, first, second, rest = made.texts
    assert head == "### Head"
    assert first == f"**US$0 bn** · 2000, {'x' * 150} [1]\n> «words»\n-# ! mind the scope"
    assert second.startswith("**US$1 bn**")
    assert rest == "-# … 1 more; ask for example: meta revenue\n-# [1] Title (Publisher), 1 May 2024"


def test_a_sentence_is_not_bold_and_begins_with_its_status() -> None:
    row = Row(label="guidance", figure="It will rise.", detail="Meta, 1 May 2024", citations=(1,), is_sentence=True)
    assert "\n\nguidance: It will rise, Meta, 1 May 2024 [1]" in words(message(replace(_reply(0), lines=(row,))))


def test_what_holds_for_the_whole_stands_under_the_headline() -> None:
    note = Note(kind="hint", text="The newest source is old.")
    assert words(message(_reply(1, notes=(note,)))).startswith("### Head\n-# The newest source is old.\n\n**US$0 bn**")


def test_a_source_that_only_a_note_names_is_shown() -> None:
    note = Note(kind="conflict", text="Conflict: [2] says US$9 bn.")
    row = Row(label="2024", figure="US$8 bn", detail="Meta", citations=(1,), notes=(note,))
    sources = tuple(Citation(number=number, title=f"T{number}", source="P", date="D") for number in (1, 2, 3))
    text = words(message(replace(_reply(0), citations=sources, lines=(row,))))
    assert "[2] T2" in text
    assert "[3] T3" not in text


def test_an_address_is_linked_without_a_preview() -> None:
    source = Citation(number=1, title="T", source="P", date="D", url="https://example.org/a b")
    assert "[1] T (P), D <https://example.org/a%20b>" in words(message(_reply(1, citations=(source,))))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x.example", "https://good.example@evil.example", "https:x"]
)
def test_no_other_address_is_linked(url: str) -> None:
    source = Citation(number=1, title="T", source="P", date="D", url=url)
    assert "<" not in words(message(_reply(1, citations=(source,))))


def test_a_choice_is_a_button_that_carries_its_question() -> None:
    actions = (Action(label="Meta · 2024", ask="Meta 2024"), Action(label="too long", ask="x" * 100))
    made = message(_reply(0, language="de", actions=actions))
    assert [(button.label, button.id) for button in made.buttons] == [("Meta · 2024", "ask:de:Meta 2024")]


def test_a_question_is_listed_only_where_it_has_no_button() -> None:
    actions = (Action(label="2024", ask="Meta 2024"), Action(label="long", ask="x" * 100))
    text = words(message(_reply(0, actions=actions)))
    assert f"→ {'x' * 100}" in text
    assert "Meta 2024" not in text
