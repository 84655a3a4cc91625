"""A Reply as a Discord message: its texts and buttons, or, where Discord takes no components, its text alone.

What does not fit goes from the end, line by line, and is counted. A line that is shown keeps its notes, the article's
words, its sources and their dates; only a line that does not fit alone goes without the article's words. All text is
inert.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from adapters.discord_app.deciding import curators, decisions, granting
from adapters.discord_app.escaping import escape
from adapters.discord_app.ids import Act, ask_id, delete_id
from adapters.discord_app.layout import LONGEST, LONGEST_ID, LONGEST_LABEL, Button, Layout, in_rows
from adapters.discord_app.wording import cut, heading, joined, line_text, size, small, source_text
from adapters.shortening import Shown, shorter
from bot.brief import brief
from bot.reply import Action, Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

LONGEST_CONTENT: Final = 2_000
MOST_CHOICES: Final = 15
_THUMBS: Final = {"helpful": "👍", "unhelpful": "👎"}
"""What is said by a sign."""


def message(
    reply: Reply,
    asker: int | None = None,
    sharer: int | None = None,
    how: Literal["ask", "start"] = "ask",
) -> Layout:
    """The message; with the id of who asked, that person can delete it, or share a private one.

    Choices are answered as visibly as they are offered, with `start` for the eyes of whoever presses one.
    """
    own = [*_sharing(reply, sharer), *_deletion(reply.language, asker)]
    choices = _choices(reply, how)
    forms = (_laid_out(shown, reply, choices, own, how) for shown in shorter(brief(reply)))
    return _first_that_fits(forms)


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


def _first_that_fits(forms: Iterable[Layout]) -> Layout:
    for form in forms:
        if form.fits():
            break
    return form


def _laid_out(
    shown: Shown, reply: Reply, choices: Sequence[Button], own: Sequence[Button], how: Literal["ask", "start"]
) -> Layout:
    asks = {ask_id(shown.language, action.ask, how) for action in shown.actions}
    offered = [choice for choice in choices if choice.id in asks]
    clickable = {choice.id for choice in offered}
    typed = [one.ask for one in shown.actions if ask_id(shown.language, one.ask, how) not in clickable]
    words, signs = _standing(reply, shown)
    rows = (*in_rows(offered), *in_rows(words), *in_rows([*signs, *own]))
    curated = decisions(reply.deciding, reply.language) if reply.deciding else ()
    named = (curators(reply.granting),) if reply.granting and reply.granting.curators else ()
    texts = _head(shown), (*map(line_text, shown.lines), *named), _foot(shown, typed)
    return Layout(*texts, (*rows, *curated), granting(reply))


def _head(shown: Shown) -> str:
    notes = [small(note.text) if shown.outcome == "found" else escape(note.text) for note in shown.notes]
    return joined([heading(shown.headline), *notes]) or "…"


def _foot(shown: Shown, typed: Iterable[str]) -> str:
    asks = [f"→ {escape(ask)}" for ask in typed if ask.strip()]
    return joined([small(shown.left), *map(source_text, shown.citations), *asks])


def _plain_parts(shown: Shown) -> Iterator[str]:
    asks = [action.ask for action in shown.actions]
    return (part for part in (_head(shown), *map(line_text, shown.lines), _foot(shown, asks)) if part)


def _choices(reply: Reply, how: Literal["ask", "start"]) -> list[Button]:
    """A button for each question that an id holds; those without one are told as text."""

    def named(action: Action) -> Button:
        return Button(cut(action.label, LONGEST_LABEL), ask_id(reply.language, action.ask, how))

    asking = (action for action in reply.actions if action.ask.strip() and action.label.strip())
    buttons = {button.id: button for button in map(named, asking)}
    return [one for one in buttons.values() if size(one.id) <= LONGEST_ID][:MOST_CHOICES]


def _standing(reply: Reply, shown: Shown) -> tuple[list[Button], list[Button]]:
    """The buttons under an answer, those with words and those with signs.

    Where lines did not fit, the rest of them is behind *More* too.
    """
    if reply.under is None:
        return [], []
    key, language = reply.under.key, reply.language
    further = ("more",) if shown.left and "more" not in reply.under.buttons else ()
    names = (*further, *reply.under.buttons)
    words = [Button(phrase(name, language), Act(name, language, key).id) for name in names if name not in _THUMBS]
    return words, [Button(_THUMBS[name], Act(name, language, key).id) for name in names if name in _THUMBS]


def _sharing(reply: Reply, sharer: int | None) -> Iterator[Button]:
    """The button by which the person with this id shows a private answer to everybody."""
    if sharer is not None and reply.under:
        act = Act("share", reply.language, reply.under.key, str(sharer))
        yield Button(phrase("share_here", reply.language), act.id)


def _deletion(language: Language, asker: int | None) -> Iterator[Button]:
    if asker is not None:
        yield Button(phrase("delete", language), delete_id(asker))
