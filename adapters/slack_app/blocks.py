"""A Reply as a Slack message: blocks for the eye, and the same facts as text for notifications and screen readers.

Every text of a reply stands in a rich text or plain text element, where Slack reads no markup: nothing in it can
ping, link or format. The fallback text is Slack's markup and therefore escaped. Both keep Slack's limits by showing a
shorter form of the reply (see `shortening`), each as long as it can.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from adapters.slack_app.shortening import Shown, clipped, shorter
from bot.plain import MARKS, citation_text, line_text
from bot.reply import Action, Citation, Line, Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

Json = dict[str, Any]
T = TypeVar("T", str, list[Json])

MOST_BLOCKS: Final = 50
MOST_IN_BLOCKS: Final = 8_000
"""Characters of all blocks; with the text about 12,000, which is what a message may have."""
MOST_TEXT: Final = 3_900
"""Characters; an update takes 4,000."""

_MOST_BUTTONS: Final = 24
_LONGEST_LABEL: Final = 75
_LONGEST_VALUE: Final = 500
_LONGEST_URL: Final = 3_000


def message(reply: Reply, asker: str | None = None) -> Json:
    """`text` and `blocks`; with the id of who asked, that person can delete the message."""
    return {
        "text": _fitting(reply, _text, lambda text: len(text) <= MOST_TEXT),
        "blocks": _fitting(reply, lambda shown: list(_blocks(shown, asker)), _blocks_fit),
    }


def escaped(text: str) -> str:
    """Text in Slack's markup: exactly three signs mean something to it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fitting(reply: Reply, build: Callable[[Shown], T], fits: Callable[[T], bool]) -> T:
    for shown in shorter(reply):
        built = build(shown)
        if fits(built):
            break
    return built


def _blocks_fit(blocks: list[Json]) -> bool:
    return len(blocks) <= MOST_BLOCKS and _characters(blocks) <= MOST_IN_BLOCKS


def _characters(value: Any) -> int:
    """How many characters of text, links and values stand in blocks."""
    if isinstance(value, list):
        return sum(map(_characters, value))
    if not isinstance(value, dict):
        return 0
    own = sum(len(value[key]) for key in ("text", "url", "value") if isinstance(value.get(key), str))
    return own + sum(map(_characters, value.values()))


def _text(shown: Shown) -> str:
    return escaped("\n".join(line for line in _text_lines(shown) if line)) or "…"


def _text_lines(shown: Shown) -> Iterator[str]:
    yield shown.headline
    for line in shown.lines:
        yield line_text(line)
        yield from (f"  {MARKS[note.kind]} {note.text}" for note in line.notes)
    yield _left(shown)
    yield from (note.text for note in shown.notes)
    yield from map(citation_text, shown.citations)
    if shown.asks:
        yield from (f"→ {action.ask}" for action in shown.actions)


def _left(shown: Shown) -> str:
    return phrase("left_out", shown.language, shown.left) if shown.left else ""


def _blocks(shown: Shown, asker: str | None) -> Iterator[Json]:
    yield from _rich(_section(_styled(shown.headline or "…", "bold")))
    for line in shown.lines:
        yield from _rich(_section(*_line(line)))
    notes = [note.text for note in shown.notes if note.text]
    aside = "\n".join(text for text in (_left(shown), *notes) if text)
    yield from _rich(_section(_styled(aside, "italic")))
    for citation in shown.citations:
        yield from _rich(*_citation(citation))
    buttons = [*_choices(shown.actions), *_deletion(shown.language, asker)]
    if buttons:
        yield {"type": "actions", "elements": buttons}


def _line(line: Line) -> Iterator[Json]:
    """The elements of a line: the words of `line_text` with its figure in bold, each note on a line of its own."""
    figure = line.figure.removesuffix(".") if line.detail else line.figure
    cited = "".join(f" [{number}]" for number in line.citations)
    detail = f", {line.detail}" if figure and line.detail else line.detail
    yield _styled(f"{line.label}: " if line.label else "")
    yield _styled(figure, *(["bold"] if line.detail else []))
    yield _styled(detail + cited)
    yield from (_styled(f"\n{MARKS[note.kind]} {note.text}", "italic") for note in line.notes)


def _citation(citation: Citation) -> Iterator[Json]:
    text = citation_text(citation)
    before = f"[{citation.number}] "
    if citation.title and _is_web_address(citation.url):
        link = {"type": "link", "url": citation.url, "text": citation.title}
        yield _section(_styled(before), link, _styled(text.removeprefix(before + citation.title)))
    else:
        yield _section(_styled(text))
    for quote in citation.quotes:
        yield {"type": "rich_text_quote", "elements": [_styled(f"«{quote}»")]}


def _is_web_address(url: str | None) -> bool:
    address = url or ""
    return address.startswith(("https://", "http://")) and len(address) <= _LONGEST_URL and " " not in address


def _choices(actions: tuple[Action, ...]) -> Iterator[Json]:
    usable = [action for action in actions if action.label.strip() and 0 < len(action.ask) <= _LONGEST_VALUE]
    for number, action in enumerate(usable[:_MOST_BUTTONS], 1):
        yield _button(f"ask:{number}", action.label, action.ask)


def _deletion(language: Language, asker: str | None) -> Iterator[Json]:
    if asker:
        yield _button(f"delete:{language}", phrase("delete", language), asker)


def _button(action_id: str, words: str, value: str) -> Json:
    text = {"type": "plain_text", "text": clipped(words, _LONGEST_LABEL), "emoji": False}
    return {"type": "button", "action_id": action_id, "text": text, "value": value}


def _rich(*parts: Json) -> Iterator[Json]:
    filled = [part for part in parts if part["elements"]]
    if filled:
        yield {"type": "rich_text", "elements": filled}


def _section(*elements: Json) -> Json:
    return {"type": "rich_text_section", "elements": [one for one in elements if one["text"]]}


def _styled(text: str, *styles: str) -> Json:
    element: Json = {"type": "text", "text": text}
    return element | {"style": dict.fromkeys(styles, True)} if styles else element
