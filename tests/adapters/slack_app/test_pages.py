"""Any answer has pages that Slack takes as modals, on which nothing is lost, shortened or live."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.slack_app import modals
from adapters.slack_app.blocks import characters, escaped, message, note_text, shared
from adapters.slack_app.modals import Origin
from adapters.slack_app.pages import Pages, pages_of_answer, pages_of_proofs
from bot.answer import Found
from bot.line import Line
from bot.passages import figures, proofs
from bot.plain import citation_text, line_text
from bot.reply import Button, Figure, Proof, Reply, Under
from tests.adapters.slack_app.looks import Json, complaints, element_types, shown
from tests.adapters.slack_app.test_blocks import INERT, ON, citations, replies, unescaped, words
from tests.bot.phrasebook import PARTS, Part, cases
from tests.fakes.slack.content import view
from tests.fakes.slack.ids import Ids
from tests.fakes.slack.timing import Clock

fewer = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
ORIGIN = Origin("abcdefghijklmnop", "en", "C1", "1.2", "https://hooks.slack.example/" + "x" * 200, private=True)
BUTTONS: tuple[Button, ...] = ("more", "quotes", "compare", "wrong", "helpful", "unhelpful")
known = st.builds(
    Proof,
    figures=st.lists(words, min_size=1, max_size=4).map(tuple),
    passages=st.lists(words, min_size=1, max_size=3).map(tuple),
    source=citations,
)
named = st.lists(st.builds(Figure, claim=st.from_regex("[a-z]{1,80}", fullmatch=True), words=words), max_size=120)


def taken(content: Json) -> Json:
    """A modal that Slack takes; what it would not take is raised."""
    return view(content, Ids(Clock()), "modal")


def every_page(pages: Pages, title: str = "The whole answer") -> list[Json]:
    return [taken(modals.paged(title, pages, ORIGIN, number, "turn-more")) for number in range(len(pages))]


def seen(pages: list[Json]) -> str:
    return "\n".join(map(shown, pages))


@fewer
@given(replies)
def test_all_of_any_answer_stands_on_its_pages(reply: Reply) -> None:
    pages = every_page(pages_of_answer(reply))
    text = seen(pages).replace("\n", "")
    for line in (*reply.lines, *reply.more):
        assert line_text(line) in text
        assert all(note_text(note) in text for note in line.notes)
        assert all(f"«{quote}»" in text for quote in line.quotes)


@fewer
@given(replies)
def test_the_sources_of_a_line_stand_on_its_page(reply: Reply) -> None:
    cited = {citation.number: citation_text(citation) for citation in reply.citations}
    pages = [shown(page).replace("\n", "") for page in every_page(pages_of_answer(reply))]
    for line in (*reply.lines, *reply.more):
        own = [cited[number] for number in line.citations if number in cited]
        assert any(line_text(line) in page and all(source in page for source in own) for page in pages)


@fewer
@given(st.lists(known, min_size=1, max_size=40))
def test_all_passages_stand_word_for_word_with_their_articles(given: list[Proof]) -> None:
    text = seen(every_page(pages_of_proofs(given), "Quotes")).replace("\n", "")
    for proof in given:
        assert all(f"«{passage}»" in text for passage in proof.passages)
        assert citation_text(proof.source) in text


@fewer
@given(replies, st.lists(known, min_size=1, max_size=10))
def test_nothing_on_any_page_is_live(reply: Reply, given: list[Proof]) -> None:
    pages = [*every_page(pages_of_answer(reply)), *every_page(pages_of_proofs(given))]
    for page in pages:
        assert element_types({"blocks": page["blocks"]}) <= INERT


@fewer
@given(replies, st.lists(st.sampled_from(BUTTONS), unique=True).map(tuple), words)
def test_any_reply_with_buttons_under_it_is_within_the_limits(
    reply: Reply, buttons: tuple[Button, ...], name: str
) -> None:
    with_buttons = replace(reply, under=Under(key="abcdefghijklmnop", buttons=buttons))
    private = message(with_buttons, sharer="U1")
    public = shared(message(with_buttons, asker="U1"), name, reply.language)
    assert complaints(private) == []
    assert [one for one in complaints(public) if not one.startswith("text of")] == []
    assert len(public["text"]) <= 4_000 + 200
    assert element_types(public) <= INERT
    assert public["text"] == escaped(unescaped(public["text"]))


@fewer
@given(named)
def test_any_figures_can_be_chosen_from(given: list[Figure]) -> None:
    distinct = tuple({one.claim: one for one in given if one.words.strip()}.values())
    if distinct:
        taken(modals.complaint(ORIGIN, distinct))


@pytest.mark.parametrize("part", PARTS)
def test_answers_of_the_phrasebook_have_modals_that_slack_takes(shipped: Line, part: Part) -> None:
    seen_any = False
    for case in cases(part)[::20]:
        asked = shipped.ask(case.ask, case.on)
        if isinstance(asked.answer, Found):
            seen_any = True
            every_page(pages_of_answer(asked.reply))
            every_page(pages_of_proofs(proofs(asked.answer, asked.names)), "Quotes")
            taken(modals.complaint(ORIGIN, figures(asked.answer, asked.names)))
    assert seen_any


def test_a_picker_is_a_modal_that_slack_takes() -> None:
    assert taken(modals.picker(ORIGIN))["blocks"][0]["element"]["type"] == "external_select"


def test_a_modal_carries_where_it_came_from() -> None:
    assert Origin.of(taken(modals.picker(ORIGIN))) == ORIGIN


def test_a_page_is_short_enough_for_a_phone(shipped: Line) -> None:
    pages = pages_of_answer(shipped.ask("meta", ON).reply)
    assert len(pages) > 1
    assert all(characters(page) <= 6_500 for page in pages)
