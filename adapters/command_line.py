"""The command line `capex`: the one place that knows every adapter, and starts what was asked for.

Each command imports what it needs when it runs, so that a question is answered without loading a chat SDK, the
migrations or the line editor. Exit codes: 0 done, 1 a fault, 2 wrong usage, 3 not in the knowledge base.
"""

import atexit
import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from adapters import applications, collecting, curating, digests, feeding, gaps, keeping, opinions
from adapters.base import opened_records, opened_store

if TYPE_CHECKING:
    from bot.line import Asked, Line

_LANGUAGES = click.Choice(["en", "de"])
_NOT_FOUND = 3

GARBAGE_AFTER = 200_000
"""Objects after which garbage is looked for: more than a question makes, nearly all of them by its imports and to stay.
Python's 700 would have every start search them dozens of times."""


def main() -> NoReturn:
    """Run the command line; whatever goes wrong is told in one sentence and ends with exit code 1."""
    gc.set_threshold(GARBAGE_AFTER)
    atexit.register(gc.freeze)  # at the end Python would search all that there is once more, to free what ends anyway
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look through every package for plugins
    from adapters.terminal.border import border
    from adapters.terminal.streams import forgiving_streams

    with border(), forgiving_streams():
        capex.main(prog_name="capex")
    sys.exit(0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def capex() -> None:
    """Answer questions about AI spending, each figure with its receipt."""


for command in (
    keeping.export,
    keeping.import_,
    keeping.article,
    gaps.gaps,
    opinions.reports,
    opinions.feedback,
    feeding.feed,
    applications.discord,
):
    capex.add_command(command)
for command in (digests.subscriptions, digests.digest):
    capex.add_command(command)
for command in (
    curating.review,
    curating.approve,
    curating.edit,
    curating.reject,
    curating.retire,
    curating.supersede,
    curating.history,
    curating.forget,
):
    capex.add_command(command)
keeping.article.add_command(collecting.add)
keeping.article.add_command(collecting.propose)


@capex.command()
@click.argument("text", nargs=-1)
@click.option("--lang", type=_LANGUAGES, help="Answer in this language instead of the question's.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON object.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of asking, for 'this year'; today if left out.")
@click.option("--stdin", "many", is_flag=True, help="Take one question a line and print one answer each.")
@click.option("--more", is_flag=True, help="Print the whole answer, not only what fits a phone.")
@click.option("--explain", is_flag=True, help="Print before each answer how the question was read, with scores.")
def ask(
    text: tuple[str, ...], lang: Any, as_json: bool, on: datetime | None, many: bool, more: bool, explain: bool
) -> None:
    """Ask one question, such as: capex ask "/capex meta"."""
    questions = _inputs(text, many)
    line = _line()
    for question in questions:
        asked = line.ask(question, on.date() if on else date.today(), lang)
        if explain:
            _explain(line, asked)
        _print_json(asked) if as_json else _show(asked, more)
        if not many and asked.reply.outcome == "not_found":
            sys.exit(_NOT_FOUND)


@capex.command()
@click.option("--lang", type=_LANGUAGES, help="Answer in this language instead of the question's.")
def chat(lang: Any) -> None:
    """Ask in a conversation; 'more' shows the rest, 'exit' ends it."""
    from adapters.terminal.chat import converse
    from adapters.terminal.noting import Noting
    from bot.places import data_folder

    with Noting(opened_records) as noting:
        converse(_line(), lang, data_folder() / "history", noting)


@capex.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def claims(as_json: bool) -> None:
    """List every claim of the base."""
    from bot.answer_json import claim_json
    from bot.cleaning import plain

    for claim, article in opened_store().claims():
        if as_json:
            click.echo(json.dumps(claim_json(claim, article)))
        else:
            click.echo(f"{claim.id}  [{claim.state}]  {plain(claim.statement.in_language('en'))}")


@capex.command()
@click.argument("text", nargs=-1)
@click.option("--lang", type=_LANGUAGES, help="The language of the text; by its words if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The day that 'this year' is seen from; today if left out."
)
@click.option("--stdin", "many", is_flag=True, help="Take one text a line.")
def read(text: tuple[str, ...], lang: Any, as_json: bool, on: datetime | None, many: bool) -> None:
    """Show the amounts and periods that are read in a text."""
    from adapters.terminal.reading import reading_json, reading_lines

    for one in _inputs(text, many):
        found = reading_json(one, lang, on.date() if on else date.today())
        click.echo(json.dumps(found) if as_json else "\n".join(reading_lines(found)))


@capex.command()
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The articles' full texts."
)
@click.option(
    "--corpus",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A corpus other than the shipped one.",
)
def check(texts: Path | None, corpus: Path | None) -> None:
    """Prove the corpus: quotes, amounts, statements, names, periods."""
    from bot.places import shipped_corpus
    from knowledge.check import check_corpus

    proof = check_corpus(corpus or shipped_corpus(), texts)
    for note in proof.notes:
        click.echo(note)
    for fault in proof.faults:
        click.echo(str(fault), err=True)
    if proof.faults:
        click.echo(f"{len(proof.faults)} faults", err=True)
        sys.exit(1)


@capex.command()
def serve() -> None:
    """Answer on every platform whose tokens are set, until SIGTERM."""
    from adapters.serving import serve as answer_until_ended
    from bot.places import shipped_corpus
    from bot.settings import Settings

    answer_until_ended(Settings.from_environment(os.environ), shipped_corpus())


def _inputs(text: tuple[str, ...], many: bool) -> Iterable[str]:
    """The texts to work on: the arguments as one, or the lines of standard input."""
    if many and text:
        raise click.UsageError("Give the text as an argument or with --stdin, not both.")
    if many:
        return _lines_of_input()
    if not text:
        raise click.UsageError("Give a text, or --stdin for one a line.")
    return (" ".join(text),)


def _lines_of_input() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _line() -> "Line":
    from bot.line import Line

    return Line(opened_store())


def _explain(line: "Line", asked: "Asked") -> None:
    from bot.cleaning import plain
    from bot.explaining import explained

    for row in explained(asked, line.weighing(asked.question)):
        click.echo(plain(row), err=True)


def _print_json(asked: "Asked") -> None:
    from bot.answer_json import answer_json

    click.echo(json.dumps(answer_json(asked.answer, asked.reply, asked.names)))


def _show(asked: "Asked", more: bool) -> None:
    from adapters.terminal.render import show, show_rest, show_whole

    if more:
        show_whole(asked.reply)
    else:
        show(asked.reply)
        show_rest(asked.reply, "more_by_option", "notes_by_option")
