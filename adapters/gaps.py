"""The command that shows what people asked and did not get, for whoever fills the base: most often asked first."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import click

from adapters.base import opened_records

if TYPE_CHECKING:
    from bot.gap import AskedGap

REASONS: Final = {
    "unknown_name": "unknown name",
    "no_metric": "no such metric",
    "other_period": "other period",
    "not_understood": "not understood",
    "no_subject": "names nothing",
    "no_claim": "no claim",
    "not_so": "known otherwise",
}
"""Why a question had no answer, in words."""

_NOTHING = "No question without an answer is recorded."


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what was asked on this day (UTC) or later.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; all if left out.")
@click.option("--reason", type=click.Choice(list(REASONS)), help="Only what failed for this reason.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def gaps(since: datetime | None, limit: int | None, reason: str | None, as_json: bool) -> None:  # noqa: FBT001 - a flag
    """List what people asked and did not get, most often asked first."""
    with opened_records() as records:
        asked = records.gaps(datetime.now(UTC))
    shown = list(islice(_fitting(asked, since.date() if since else None, reason), limit))
    if not shown and not as_json:
        click.echo("None of the questions without an answer fits." if asked else _NOTHING)
    # Not by click, which takes an output that knows ASCII only for a mistake and writes UTF-8 to it.
    for line in map(_json, shown) if as_json else _lines(shown):
        sys.stdout.write(f"{line}\n")


def _fitting(asked: "tuple[AskedGap, ...]", since: date | None, reason: str | None) -> "Iterator[AskedGap]":
    for one in asked:
        if (since is None or one.last.date() >= since) and reason in {None, one.gap.reason}:
            yield one


def _lines(shown: "list[AskedGap]") -> Iterator[str]:
    """How often, the last day, the language, the question, and why."""
    from bot.cleaning import plain

    width = max((len(str(one.count)) for one in shown), default=0)
    for one in shown:
        words = ", ".join(one.gap.not_understood)
        reason = f"{REASONS[one.gap.reason]}: {words}" if words else REASONS[one.gap.reason]
        told = f"{one.gap.text} ({reason})"
        yield f"{one.count:>{width}}  {one.last.date()}  {one.gap.language}  {plain(told)}"


def _json(one: "AskedGap") -> str:
    gap = one.gap
    told: dict[str, Any] = {
        "text": gap.text,
        "language": gap.language,
        "reason": gap.reason,
        "not_understood": list(gap.not_understood),
        "subjects": list(gap.subjects),
        "metrics": list(gap.metrics),
        "period": gap.period,
        "count": one.count,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
    }
    return json.dumps(told)
