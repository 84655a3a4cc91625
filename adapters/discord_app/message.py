"""A Reply as a Discord message: its texts and buttons, or, where Discord takes no components, its text alone.

What does not fit goes from the end, line by line, and is counted. A line that is shown keeps its notes, the article's
words, its sources and their dates; only a line that does not fit alone goes without the article's words. All text is
inert.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from adapters.discord_app.below import below
from adapters.discord_app.deciding import curators, decisions, granting
from adapters.discord_app.escaping import escape
from adapters.discord_app.ids import ask_id
from adapters.discord_app.layout import LONGEST, LONGEST_ID, LONGEST_LABEL, Button, Layout, Rows, in_rows
from adapters.discord_app.wording import cut, heading, joined, line_text, size, small, source_text
from adapters.shortening import Shown, shorter
from bot.brief import brief
from bot.reply import Action, Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

LONGEST_CONTENT: Final = 2_000
MOST_CHOICES: Final = 15

How = Literal["ask", "start"]


class Body(NamedTuple):
    """What of a message is the same whoever asked: what stands `above` and `beneath` the buttons under an answer.

    There is room for those. `is_cut` says that lines were left out for want of it.
    """

    above: Layout
    beneath: Layout
    is_cut: bool

    def around(self, buttons: Rows) -> Layout:
        """The whole message, with the buttons under the answer."""
        rows = (*self.above.rows, *buttons, *self.beneath.rows)
        return replace(self.above, rows=rows, picker=self.beneath.picker)


def message(reply: Reply, asker: int | None = None, sharer: int | None = None, how: How = "ask") -> Layout:
    """The message; with the id of who asked, that person can delete it, or share a private one.

    Choices are answered as visibly as they are offered, with `start` for the eyes of whoever presses one.
    """
    made = body(reply, asker, sharer, how)
    return made.around(below(reply, asker, sharer, is_cut=made.is_cut))


def body(reply: Reply, asker: int | None = None, sharer: int | None = None, how: How = "ask") -> Body:
    """As much of the reply as fits around the buttons under it; who the persons are makes no difference."""
    choices = _choices(reply, how)
    for shown in shorter(brief(reply)):
        made = _body(shown, reply, choices, how)
        if made.around(below(reply, asker, sharer, is_cut=made.is_cut)).fits():
            break
    return made


def content(reply: Reply) -> str:
    """The text alone, in one message without components; choices are told as questions to type."""
    for shown in shorter(brief(reply)):
        text = "\n\n".join(_plain_parts(shown))
        if text.strip() and size(text) <= LONGEST_CONTENT:
            return text
    return "…"


def shared(layout: Layout, by: str, language: Language) -> Layout:
    """A message with the name of who shares it before it, for which it has room."""
    named = small(cut(phrase("shared_by", language, by), LONGEST_LABEL))
    return replace(layout, head=joined([named, layout.head]))


def explained(layout: Layout, why: str) -> Layout:
    """A message with why it comes where it comes, for which it has room."""
    return replace(layout, head=joined([small(why), layout.head]))


def announcement(reply: Reply, by: int) -> Layout:
    """What everybody is told besides, and who caused it, whom Discord names without a ping."""
    return Layout(f"{escape(f'{reply.headline}: {reply.announcement}')} (<@{by}>)")


def said(sentence: str) -> Layout:
    """One sentence, as much of it as there is room for once it is inert."""
    return Layout(escape(cut(sentence, LONGEST // 2)) or "…")


def _body(shown: Shown, reply: Reply, choices: Sequence[Button], how: How) -> Body:
    asks = {ask_id(shown.language, action.ask, how) for action in shown.actions}
    offered = [choice for choice in choices if choice.id in asks]
    clickable = {choice.id for choice in offered}
    typed = [one.ask for one in shown.actions if ask_id(shown.language, one.ask, how) not in clickable]
    curated = decisions(reply.deciding, reply.language) if reply.deciding else ()
    named = (curators(reply.granting),) if reply.granting and reply.granting.curators else ()
    texts = _head(shown), (*map(line_text, shown.lines), *named), _foot(shown, typed)
    return Body(Layout(*texts, in_rows(offered)), Layout("", rows=curated, picker=granting(reply)), bool(shown.left))


def _head(shown: Shown) -> str:
    notes = [small(note.text) if shown.outcome == "found" else escape(note.text) for note in shown.notes]
    return joined([heading(shown.headline), *notes]) or "…"


def _foot(shown: Shown, typed: Iterable[str]) -> str:
    asks = [f"→ {escape(ask)}" for ask in typed if ask.strip()]
    return joined([small(shown.left), *map(source_text, shown.citations), *asks])


def _plain_parts(shown: Shown) -> Iterator[str]:
    asks = [action.ask for action in shown.actions]
    return (part for part in (_head(shown), *map(line_text, shown.lines), _foot(shown, asks)) if part)


def _choices(reply: Reply, how: How) -> list[Button]:
    """A button for each question that an id holds; those without one are told as text."""

    def named(action: Action) -> Button:
        return Button(cut(action.label, LONGEST_LABEL), ask_id(reply.language, action.ask, how))

    asking = (action for action in reply.actions if action.ask.strip() and action.label.strip())
    buttons = {button.id: button for button in map(named, asking)}
    return [one for one in buttons.values() if size(one.id) <= LONGEST_ID][:MOST_CHOICES]
