"""A Reply as a Slack message: blocks for the eye, and the same facts as text for notifications and screen readers.

Every text of a reply stands in a rich text or plain text element, where Slack reads no markup: nothing in it can
ping, link or format. The fallback text is Slack's markup and therefore escaped; it has the notes whole where they fit.
Both keep Slack's limits by showing a shorter form of the reply (see `shortening`), each as long as it can.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, Final, NamedTuple, TypeVar

from adapters.shortening import Shown, clipped, shorter
from adapters.slack_app.deciding import decisions, granting
from adapters.slack_app.elements import LONGEST_SMALL, Json, button, quoted, rich, row, section, small, styled
from adapters.slack_app.under_answers import sharing, standing
from bot.brief import brief
from bot.plain import MARKS, citation_text, line_text
from bot.reply import Action, Citation, Line, Note, Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

T = TypeVar("T")

MOST_BLOCKS: Final = 50
"""One of them stays free for the name of who shares the message."""
MOST_IN_BLOCKS: Final = 8_000
"""Characters of all blocks; with the text about 12,000, which is what a message may have."""
MOST_TEXT: Final = 3_900
"""Characters; an update takes 4,000."""

_ROWS: Final = 2
_IN_ROWS: Final = 600
"""Blocks, and characters of labels and values, for which a body leaves room: the buttons under it and its asker's."""
_COUNTED: Final = ("text", "url", "value")
_MOST_BUTTONS: Final = 24
_LONGEST_VALUE: Final = 500
_LONGEST_URL: Final = 3_000
_LONGEST_NAME: Final = 80


class Body(NamedTuple):
    """What a reply looks like, whoever asked: all but the buttons below it, for which there is room.

    `choices` are buttons of its own; `is_cut` says that lines were left out for want of room.
    """

    text: str
    blocks: list[Json]
    choices: list[Json]
    is_cut: bool


def body(reply: Reply) -> Body:
    """The body of the message for a reply."""
    short = brief(reply)
    text = _fitting(chain(islice(shorter(reply), 1), shorter(short)), _text, lambda text: len(text) <= MOST_TEXT)
    built = _fitting(shorter(short), _built, _fits)
    return Body(text, *built)


def message(reply: Reply, asker: str | None = None, sharer: str | None = None) -> Json:
    """`text` and `blocks`; with the id of who asked, that person can delete the message, or share a private one."""
    looks = body(reply)
    own = [*sharing(reply, sharer), *_deletion(reply.language, asker)]
    below = list(standing(reply.under, reply.language, is_cut=looks.is_cut)) if reply.under else []
    rows = [*row(looks.choices), *row([*below, *own])] if below else row([*looks.choices, *own])
    return {"text": looks.text, "blocks": [*looks.blocks, *rows, *_curating(reply)]}


def shared(content: Json, by: str, language: Language) -> Json:
    """A message of `message` with the name of who shares it before it, for which it has room."""
    named = phrase("shared_by", language, clipped(by, _LONGEST_NAME))
    return {"text": f"{escaped(named)}\n{content['text']}", "blocks": [*small([named]), *content["blocks"]]}


def escaped(text: str) -> str:
    """Text in Slack's markup: exactly three signs mean something to it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fitting(forms: Iterable[Shown], build: Callable[[Shown], T], fits: Callable[[T], bool]) -> T:
    for shown in forms:
        built = build(shown)
        if fits(built):
            break
    return built


def _fits(built: tuple[list[Json], list[Json], bool]) -> bool:
    blocks, choices, _ = built
    smalls = (block["elements"][0]["text"] for block in blocks if block["type"] == "context")
    short = all(len(text) <= LONGEST_SMALL for text in smalls)
    return short and len(blocks) + _ROWS < MOST_BLOCKS and characters([blocks, choices]) <= MOST_IN_BLOCKS - _IN_ROWS


def characters(value: Any) -> int:
    """How many characters of text, links and values stand in blocks."""
    count, left = 0, [value]
    while left:
        one = left.pop()
        if isinstance(one, list):
            left += one
        elif isinstance(one, dict):
            left += one.values()
            count += sum(len(one[key]) for key in _COUNTED if isinstance(one.get(key), str))
    return count


def _text(shown: Shown) -> str:
    return escaped("\n".join(line for line in _text_lines(shown) if line)) or "…"


def _text_lines(shown: Shown) -> Iterator[str]:
    yield shown.headline
    yield from (note.text for note in shown.notes)
    for line in shown.lines:
        yield line_text(line)
        yield from (f"  {note_text(note)}" for note in line.notes)
    yield shown.left
    yield from map(citation_text, shown.citations)
    yield from (f"→ {action.ask}" for action in shown.actions)


def note_text(note: Note) -> str:
    """A note with the sign of its kind."""
    return f"{MARKS[note.kind]} {note.text}"


def _curating(reply: Reply) -> Iterator[Json]:
    """What a curator can do with the matter that is shown."""
    if reply.deciding:
        yield from row(list(decisions(reply.deciding, reply.language)))
    if reply.granting:
        yield from granting(reply.granting, reply.language)


def _built(shown: Shown) -> tuple[list[Json], list[Json], bool]:
    return list(_blocks(shown)), list(_choices(shown.actions)), bool(shown.left)


def _blocks(shown: Shown) -> Iterator[Json]:
    notes = [note.text for note in shown.notes]
    if shown.outcome == "found":
        yield from rich(section(styled(shown.headline or "…", "bold")))
        yield from small(notes)
    else:
        yield from rich(section(styled(shown.headline or "…", "bold"), styled("\n".join(["", *notes]))))
    for line in shown.lines:
        yield from rich(section(*line_elements(line)), *map(quoted, line.quotes))
        yield from small(map(note_text, line.notes))
    yield from small([shown.left])
    yield from sources(shown.citations)


def line_elements(line: Line) -> Iterator[Json]:
    """The elements of a line: the words of `line_text` with its figure in bold."""
    figure = line.figure.removesuffix(".") if line.detail else line.figure
    cited = "".join(f" [{number}]" for number in line.citations)
    detail = f", {line.detail}" if figure and line.detail else line.detail
    yield styled(f"{line.label}: " if line.label else "")
    yield styled(figure, *(["bold"] if line.detail and not line.is_sentence else []))
    yield styled(detail + cited)


def sources(citations: Iterable[Citation], printed: Callable[[list[str]], Iterator[Json]] = small) -> Iterator[Json]:
    """The sources in small print; one on the web stands by itself, as small print that is inert has no links."""
    texts: list[str] = []
    for citation in citations:
        text = citation_text(citation)
        if citation.title and _is_web_address(citation.url):
            yield from printed(texts)
            texts = []
            before = f"[{citation.number}] "
            link = {"type": "link", "url": citation.url, "text": citation.title}
            yield from rich(section(styled(before), link, styled(text.removeprefix(before + citation.title))))
        else:
            texts.append(text)
    yield from printed(texts)


def _is_web_address(url: str | None) -> bool:
    address = url or ""
    return address.startswith(("https://", "http://")) and len(address) <= _LONGEST_URL and " " not in address


def _choices(actions: tuple[Action, ...]) -> Iterator[Json]:
    usable = [action for action in actions if action.label.strip() and 0 < len(action.ask) <= _LONGEST_VALUE]
    for number, action in enumerate(usable[:_MOST_BUTTONS], 1):
        yield button(f"ask:{number}", action.label, action.ask)


def _deletion(language: Language, asker: str | None) -> Iterator[Json]:
    if asker:
        yield button(f"delete:{language}", phrase("delete", language), asker)
