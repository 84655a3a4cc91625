"""Whatever is behind *More* and *Quotes*, its pages fit, nothing in them is alive, and nothing of it is lost."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord_app.ids import Act
from adapters.discord_app.layout import Layout
from adapters.discord_app.pages import Page, page, pages_of_answer, pages_of_proofs
from bot.answer import Found
from bot.line import Line
from bot.passages import proofs
from bot.reply import Citation, Note, Proof, Reply
from bot.reply import Line as Row

from .hostile import long_texts, replies, texts, urls
from .markup import live, shown, undecorated
from .test_message import links_in

ON = date(2024, 12, 1)
MORE, QUOTES = Act("more", "en", "k" * 16), Act("quotes", "de", "k" * 16)

sources = st.builds(Citation, number=st.integers(1, 9), title=long_texts, source=texts, date=texts, url=urls)
hostile_proofs = st.lists(
    st.builds(
        Proof,
        figures=st.lists(long_texts, max_size=4).map(tuple),
        passages=st.lists(long_texts, max_size=4).map(tuple),
        source=sources,
    ),
    max_size=5,
)


def drawn(pages: Sequence[Page], opened: Act) -> list[Layout]:
    """All pages, each of them sound."""
    layouts = [page(pages, number, opened) for number in range(max(1, len(pages)))]
    for layout in layouts:
        assert layout.fits()
        text = "\n".join(layout.texts)
        assert live(undecorated(text, set(links_in(text)))) == set()
    return layouts


def read(layouts: Sequence[Layout]) -> str:
    return "\n".join(shown(undecorated(text, set())) for layout in layouts for text in layout.texts)


@given(replies)
def test_pages_of_any_answer_are_sound_and_keep_every_source_of_its_lines(reply: Reply) -> None:
    text = read(drawn(pages_of_answer(reply), MORE))
    cited = {number for line in (*reply.lines, *reply.more) for number in line.citations}
    assert [number for number in cited if f"[{number}] " not in text] == []


@given(hostile_proofs)
def test_pages_of_any_passages_are_sound(some: list[Proof]) -> None:
    drawn(pages_of_proofs(some), QUOTES)


@pytest.mark.parametrize("question", ["meta", "microsoft", "alphabet vs amazon", "OpenAI loss 2026", "nvidia"])
def test_of_an_answer_of_the_base_nothing_is_lost(shipped: Line, question: str) -> None:
    asked = shipped.ask(question, ON)
    assert isinstance(asked.answer, Found)
    text = read(drawn(pages_of_answer(asked.reply), MORE))
    assert all(note.text in text for line in (*asked.reply.lines, *asked.reply.more) for note in line.notes)
    assert all(f"[{one.number}] {one.title}" in text for one in asked.reply.citations)
    passages = read(drawn(pages_of_proofs(proofs(asked.answer, asked.names)), QUOTES))
    assert all(f"«{entry.claim.receipt.text}»" in passages for entry in asked.answer.entries)


def test_a_figure_with_more_notes_than_a_page_is_said_again_on_each() -> None:
    notes = tuple(Note(kind="caution", text=f"Mind {number}: " + "it covers more " * 20) for number in range(24))
    line = Row(label="2024", figure="US$1 bn", detail="Meta", citations=(1,), notes=notes)
    source = Citation(number=1, title="T", source="P", date="D")
    reply = Reply(outcome="found", language="en", headline="Meta", lines=(line,), citations=(source,))
    first, *further = drawn(pages_of_answer(reply), MORE)
    assert first.head == "-# The whole answer · Page 1 of 4"
    assert len(further) == 3
    assert all(layout.body[0].startswith("**US$1 bn** · 2024, Meta [1]\n-# ! Mind ") for layout in further)
    assert "[1] T (P), D" in read(further[-1:])


@pytest.mark.parametrize(("number", "named"), [(0, ["Next"]), (1, ["Back", "Next"]), (2, ["Back"]), (9, ["Back"])])
def test_a_page_leads_to_those_beside_it(number: int, named: list[str]) -> None:
    layout = page([Page([str(one)]) for one in range(3)], number, MORE)
    assert [button.label for button in layout.buttons] == named


def test_one_page_needs_no_number() -> None:
    assert page([Page(["a"])], 0, MORE).head == "-# The whole answer"
