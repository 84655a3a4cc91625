"""Any reply becomes a message that Slack takes, in which each figure keeps its receipt and nothing is live."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.slack_app.blocks import escaped, message
from bot.brief import brief
from bot.line import Line as WholeLine
from bot.plain import MARKS, citation_text, line_text
from bot.reply import Action, Citation, Line, Note, Reply
from knowledge.value import Language
from tests.adapters.slack_app.looks import Json, buttons, complaints, element_types, shown
from tests.bot.test_properties import texts
from tests.fakes.slack.limits import objects

ON = date(2026, 8, 2)
INERT = {
    "context",
    "rich_text",
    "rich_text_section",
    "rich_text_quote",
    "text",
    "link",
    "plain_text",
    "actions",
    "button",
}
HOSTILE = [
    "<!channel>", "<@U1>", "@channel", "*bold*", "_x_", "~x~", "`x`", "```", "<https://evil.example|safe>", "> quote",
    "&lt;!here&gt;", ":smile:", "\u202eturned", "\u0000", "x" * 3000, "&" * 3000, "[1]", "", " ", "مرحبا بالعالم",
]  # fmt: skip
words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
numbers = st.integers(1, 6)
notes = st.builds(Note, kind=st.sampled_from(sorted(MARKS)), text=words, short=words)
lines = st.builds(
    Line,
    label=words,
    figure=words,
    detail=words,
    citations=st.lists(numbers, max_size=3, unique=True).map(tuple),
    notes=st.lists(notes, max_size=3).map(tuple),
    quotes=st.lists(words, max_size=2).map(tuple),
    is_sentence=st.booleans(),
)
urls = st.one_of(
    st.none(), words, st.sampled_from(["https://paper.example/a", "javascript:x", "http://x y", "slack://x"])
)
citations = st.builds(
    Citation,
    number=numbers,
    title=words,
    source=words,
    date=words,
    url=urls,
    quotes=st.lists(words, max_size=3).map(tuple),
)
replies = st.builds(
    Reply,
    outcome=st.sampled_from(["found", "ambiguous", "not_found", "help"]),
    language=st.sampled_from(["en", "de"]),
    headline=words,
    lines=st.lists(lines, max_size=70).map(tuple),
    more=st.lists(lines, max_size=2).map(tuple),
    notes=st.lists(notes, max_size=3).map(tuple),
    citations=st.lists(citations, max_size=6, unique_by=lambda citation: citation.number).map(tuple),
    actions=st.lists(st.builds(Action, label=words, ask=words), max_size=30).map(tuple),
)
hostile = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def lines_shown(reply: Reply, whole: str) -> Iterator[Line]:
    """The lines from the first to the last that is shown."""
    left = re.search(r"^… (\d+) (?:more|weitere)(?:; |$)", whole, re.MULTILINE)
    kept = len(reply.lines) + len(reply.more) - (int(left[1]) if left else 0)
    yield from reply.lines[:kept]


def receipts(reply: Reply, whole: str) -> Iterator[str]:
    """The words, notes and sources of every line that is shown."""
    known = {citation.number: citation for citation in reply.citations}
    for line in lines_shown(reply, whole):
        yield line_text(line)
        yield from (f"{MARKS[note.kind]} {note.text}" for note in line.notes)
        yield from (citation_text(known[number]) for number in line.citations if number in known)


def has_receipts(reply: Reply, whole: str) -> bool:
    """Whether every line that is shown has its words, its notes and its sources."""
    return all(receipt in whole for receipt in receipts(reply, whole))


def words_beside_figures(reply: Reply, whole: str) -> list[bool]:
    """Of every line that is shown, whether the article's words are."""
    return [all(f"«{quote}»" in whole for quote in line.quotes) for line in lines_shown(reply, whole)]


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@hostile
@given(replies)
def test_any_reply_is_within_the_limits(reply: Reply) -> None:
    assert complaints(message(reply, asker="U1")) == []


@hostile
@given(replies)
def test_what_is_shown_keeps_its_receipts_in_the_blocks(reply: Reply) -> None:
    assert has_receipts(brief(reply), shown(message(reply)))


@hostile
@given(replies)
def test_every_line_but_one_that_is_alone_has_the_words_of_its_article_in_the_blocks(reply: Reply) -> None:
    words = words_beside_figures(reply, shown(message(reply)))
    assert len(words) == 1 or all(words)


@hostile
@given(replies)
def test_what_is_said_keeps_its_receipts_in_the_text(reply: Reply) -> None:
    text = unescaped(message(reply)["text"])
    assert has_receipts(reply, text) or has_receipts(brief(reply), text)


@hostile
@given(replies)
def test_nothing_in_any_reply_is_live(reply: Reply) -> None:
    content = message(reply, asker="U1")
    assert element_types(content) <= INERT
    assert not {"<", ">"} & set(content["text"])
    assert content["text"] == escaped(unescaped(content["text"]))


@pytest.mark.parametrize(
    "question", ["meta", "meta vs microsoft", "Goldman Sachs", "Big Tech", "capex", "hi", "samsung"]
)
def test_the_shipped_answers_are_shown_whole(shipped: WholeLine, question: str) -> None:
    reply = shipped.ask(question, ON).reply
    content = message(reply)
    assert len(list(lines_shown(reply, shown(content)))) == len(reply.lines)
    assert len(list(lines_shown(reply, unescaped(content["text"])))) == len(reply.lines)
    assert all(words_beside_figures(reply, shown(content)))
    assert complaints(content) == []


@pytest.mark.parametrize("question", ["meta", "meta vs google capex", "microsoft", "OpenAI loss 2026"])
def test_the_text_tells_every_note_whole(shipped: WholeLine, question: str) -> None:
    reply = shipped.ask(question, ON).reply
    assert has_receipts(reply, unescaped(message(reply)["text"]))
    assert any(note.short != note.text for line in reply.lines for note in line.notes)


@settings(max_examples=100)
@given(question=texts)
def test_any_question_to_the_shipped_base_gets_a_message_that_slack_takes(shipped: WholeLine, question: str) -> None:
    reply = shipped.ask(question, ON).reply
    content = message(reply, asker="U1")
    assert complaints(content) == []
    text = unescaped(content["text"])
    assert has_receipts(brief(reply), shown(content))
    assert all(words_beside_figures(reply, shown(content)))
    assert has_receipts(reply, text) or has_receipts(brief(reply), text)


def test_the_title_of_a_source_on_the_web_is_a_link_and_any_other_is_not() -> None:
    assert _links("https://paper.example/a") == [{"type": "link", "url": "https://paper.example/a", "text": "A title"}]
    assert _links("javascript:alert(1)") == []
    assert _links(None) == []


def _links(url: str | None) -> list[Json]:
    cited = Citation(number=1, title="A title", source="A paper", date="1 May 2024", url=url)
    line = Line(label="2024", figure="US$1", detail="A paper", citations=(1,))
    content = message(Reply(outcome="found", language="en", headline="X", lines=(line,), citations=(cited,)))
    return [one for _, one in objects(content["blocks"], "") if one.get("type") == "link"]


def test_what_does_not_fit_is_left_out_from_the_end_and_counted() -> None:
    note = Note(kind="caution", text="c" * 1000)
    words = ("words of the article",)
    many = tuple(Line(label=str(n), figure="US$1", citations=(1,), notes=(note,), quotes=words) for n in range(20))
    cited = (Citation(number=1, title="A title", source="A paper", date="1 May 2024"),)
    reply = Reply(outcome="found", language="en", headline="X", lines=many, citations=cited, example="meta revenue")
    content = message(reply)
    assert "… 13 more; ask for example: meta revenue" in shown(content)
    assert "… 17 more; ask for example: meta revenue" in content["text"]
    assert shown(content).count("«words of the article»") == 7
    assert "[1] A title (A paper), 1 May 2024" in content["text"]


def test_a_line_that_does_not_fit_alone_goes_without_the_words_of_its_article() -> None:
    notes = (Note(kind="caution", text="c" * 2900), Note(kind="conflict", text="d" * 60))
    long = Line(label="2024", figure="US$1", citations=(1,), notes=notes, quotes=("q" * 7000,))
    content = message(Reply(outcome="found", language="en", headline="X", lines=(long,)))
    assert "«" not in shown(content)
    assert "c" * 2900 in shown(content)


def test_notes_and_sources_are_small_print_and_the_figure_is_not() -> None:
    note, age = Note(kind="caution", text="scope: all of it"), Note(kind="hint", text="It is old.")
    line = Line(label="2024", figure="US$1", detail="A paper", citations=(1,), notes=(note,), quotes=("words",))
    cited = Citation(number=1, title="A title", source="A paper", date="1 May 2024")
    reply = Reply(outcome="found", language="en", headline="X", lines=(line,), notes=(age,), citations=(cited,))
    blocks = message(reply)["blocks"]
    assert [block["type"] for block in blocks] == ["rich_text", "context", "rich_text", "context", "context"]
    small = [block["elements"][0]["text"] for block in blocks if block["type"] == "context"]
    assert small == ["It is old.", "! scope: all of it", "[1] A title (A paper), 1 May 2024"]


@pytest.mark.parametrize("is_sentence", [True, False])
def test_only_a_figure_is_bold(is_sentence: bool) -> None:  # noqa: FBT001
    line = Line(label="2024", figure="US$1", detail="A paper", is_sentence=is_sentence)
    _, block = message(Reply(outcome="found", language="en", headline="X", lines=(line,)))["blocks"]
    bold = [one["text"] for one in block["elements"][0]["elements"] if "style" in one]
    assert bold == ([] if is_sentence else ["US$1"])


def test_a_source_that_only_a_note_refers_to_is_shown() -> None:
    note = Note(kind="conflict", text="Conflict: [2] says US$2.")
    line = Line(label="2024", figure="US$1", citations=(1,), notes=(note,))
    cited = tuple(Citation(number=n, title=f"Title {n}", source="A paper", date="1 May 2024") for n in (1, 2, 3))
    content = message(Reply(outcome="found", language="en", headline="X", lines=(line,), citations=cited))
    assert "[2] Title 2 (A paper), 1 May 2024" in shown(content)
    assert "[2] Title 2 (A paper), 1 May 2024" in content["text"]
    assert "[3]" not in shown(content)


def test_no_more_choices_are_offered_than_slack_takes_beside_the_delete_button() -> None:
    actions = tuple(Action(label=f"Company {n}", ask=f"company {n}") for n in range(40))
    content = message(Reply(outcome="ambiguous", language="en", headline="capex", actions=actions), asker="U1")
    assert len(buttons(content)) == 25
    assert complaints(content) == []


def test_choices_are_buttons_that_ask() -> None:
    actions = (Action(label="Meta · capex", ask="meta capex"), Action(label="l" * 90, ask="microsoft capex"))
    content = message(Reply(outcome="ambiguous", language="en", headline="capex", actions=actions))
    assert [one["value"] for one in buttons(content)] == ["meta capex", "microsoft capex"]
    assert len({one["action_id"] for one in buttons(content)}) == 2
    assert "→ meta capex" in content["text"]


@pytest.mark.parametrize(("language", "words"), [("en", "Delete"), ("de", "Löschen")])
def test_a_public_reply_can_be_deleted_by_its_asker(language: Language, words: str) -> None:
    reply = Reply(outcome="found", language=language, headline="X")
    assert [(one["text"]["text"], one["value"]) for one in buttons(message(reply, asker="U7"))] == [(words, "U7")]
    assert buttons(message(reply)) == []
