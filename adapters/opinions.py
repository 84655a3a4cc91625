"""The commands that show what people think of answers: reports of wrong figures, and how many found one helpful."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from adapters.base import opened_records

if TYPE_CHECKING:
    from bot.report import Report

_NOTHING = "No wrong figure is reported."


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, with who reported.")
def reports(as_json: bool) -> None:  # noqa: FBT001 - a flag
    """List the figures that people say are wrong, the newest report first."""
    with opened_records() as records:
        found = records.reports.reports(datetime.now(UTC))
    if not found and not as_json:
        click.echo(_NOTHING)
    # Not by click, which takes an output that knows ASCII only for a mistake and writes UTF-8 to it.
    for line in map(_json, found) if as_json else _lines(found):
        sys.stdout.write(f"{line}\n")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def feedback(as_json: bool) -> None:  # noqa: FBT001 - a flag
    """Count how many found an answer helpful, and how many did not."""
    with opened_records() as records:
        found = records.answers.opinions()
    told = f"{found.helpful} helpful, {found.unhelpful} not helpful"
    click.echo(json.dumps(found._asdict()) if as_json else told)


def _lines(found: "tuple[Report, ...]") -> Iterator[str]:
    """The day, the claim, what is wrong with it, and the question whose answer showed it."""
    from bot.cleaning import plain

    for one in found:
        yield f"{one.at.date()}  {one.claim}  {plain(one.reason)} (asked: {plain(one.question)})"


def _json(one: "Report") -> str:
    told: dict[str, Any] = {
        "claim": one.claim,
        "reason": one.reason,
        "question": one.question,
        "language": one.language,
        "at": one.at.isoformat(),
        "by": {"platform": one.by.platform, "workspace": one.by.workspace, "user": one.by.user},
    }
    return json.dumps(told)
