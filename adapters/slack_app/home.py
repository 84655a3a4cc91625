"""The App Home of a person: what the bot knows, questions to press, and the person's own language to choose.

Pure. As in a message every text stands where Slack reads no markup, and each list is one block, so that a base of any
size keeps Slack's limits: the lists are those that fit a phone.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from adapters.shortening import clipped
from adapters.slack_app.elements import Json, button, rich, section, small, styled
from bot.brief import brief
from bot.conversation import Overview
from bot.reply import Citation, Line, Reply
from bot.verbs.grammar import verb_word
from bot.wording.phrases import phrase
from knowledge.value import Language

LANGUAGE: Final = "home:language"
"""The action of choosing a language."""

_LONGEST_HEADER: Final = 150
_LONGEST_URL: Final = 3_000
_LONGEST_NAME: Final = 200
_CHOICES: Final = ("auto", "en", "de")


def home_view(overview: Overview, channel: str) -> Json:
    """The view; `channel` is where the person and the bot write to each other, kept in the view for its buttons."""
    return {"type": "home", "private_metadata": channel, "blocks": list(_blocks(overview))}


def empty_view(reply: Reply) -> Json:
    """The view where nothing is known but an apology."""
    blocks = [*_header(reply.headline), *small(note.text for note in reply.notes)]
    return {"type": "home", "blocks": blocks}


def asked_by(buttons: Iterable[tuple[str, str]]) -> Json:
    """A row of buttons that ask, each with its label and its question."""
    elements = [button(f"start:{number}", label, ask) for number, (label, ask) in enumerate(buttons, 1)]
    return {"type": "actions", "elements": elements}


def _blocks(overview: Overview) -> Iterator[Json]:
    helping, language = overview.help, overview.help.language
    yield from _header(helping.headline)
    yield from small(note.text for note in helping.notes[:1])
    if helping.actions:
        yield from rich(section(styled(phrase("to_begin_with", language), "bold")))
        yield asked_by((action.label, action.ask) for action in helping.actions)
    yield _language(overview.chosen, language)
    coverage, sources = brief(overview.coverage), brief(overview.sources)
    yield from _header(coverage.headline)
    yield from _listed(coverage, [_covered(line) for line in coverage.lines], verb_word("coverage", language))
    yield from _header(sources.headline)
    titles = {citation.number: citation for citation in sources.citations}
    articles = [_source(line, titles[line.citations[0]]) for line in sources.lines]
    yield from _listed(sources, articles, verb_word("sources", language))
    yield from _header(phrase("commands", language))
    yield from rich(_bullets([_command(line) for line in helping.lines]))


def _header(text: str) -> Iterator[Json]:
    words = {"type": "plain_text", "text": clipped(text, _LONGEST_HEADER), "emoji": False}
    yield {"type": "header", "text": words}


def _language(chosen: Language | None, language: Language) -> Json:
    keys = {"auto": "automatic", "en": "language_en", "de": "language_de"}
    options = [{"text": _plain(phrase(keys[one], language)), "value": one} for one in _CHOICES]
    select = {
        "type": "static_select",
        "action_id": LANGUAGE,
        "options": options,
        "initial_option": options[_CHOICES.index(chosen or "auto")],
    }
    label = f"{phrase('your_language', language)}. {phrase('a_question_decides', language)}"
    return {"type": "section", "text": _plain(label), "accessory": select}


def _listed(reply: Reply, items: list[Json], verb: str) -> Iterator[Json]:
    yield from small(note.text for note in reply.notes)
    yield from rich(_bullets(items))
    left = len(reply.more)
    yield from small([f"{phrase('left', reply.language, left)}: /capex {verb}" if left else ""])


def _bullets(items: list[Json]) -> Json:
    return {"type": "rich_text_list", "style": "bullet", "elements": items}


def _covered(line: Line) -> Json:
    metrics = " ".join(note.text for note in line.notes)
    after = f": {line.figure}" + (f" ({metrics})" if metrics else "")
    return section(styled(clipped(line.label, _LONGEST_NAME), "bold"), styled(clipped(after, _LONGEST_NAME)))


def _source(line: Line, citation: Citation) -> Json:
    title = clipped(citation.title, _LONGEST_NAME)
    source = f" ({clipped(citation.source, _LONGEST_NAME)}), {line.label}, {line.detail}"
    url = citation.url or ""
    on_the_web = url.startswith(("https://", "http://")) and len(url) <= _LONGEST_URL and " " not in url
    linked = {"type": "link", "url": url, "text": title} if on_the_web else styled(title)
    return section(linked, styled(source))


def _command(line: Line) -> Json:
    return section(styled(f"/capex {line.label}", "bold"), styled(f": {line.figure}"))


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}
