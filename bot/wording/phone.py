"""Which rows of an answer fit a phone's screen, and which question shows some of the rest.

Figures come before sentences, of which none is needed beside three figures. Of a comparison one row a side is shown,
in the order asked, with what a curator set against it. A row that conflicts with one shown is shown with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.answer import Entry, Found
from bot.question import Question
from bot.wording.lines import Row
from bot.wording.times import period_text
from bot.wording.titles import Titles
from knowledge.claim import Claim

_MOST_ROWS: Final = 5
"""Rows that fit a phone's screen together with headline, notes and sources."""

_ENOUGH_FIGURES: Final = 3
_NAMED_PERIODS: Final = ("year", "quarter", "half", "month")
"""Periods that a question can name."""


def split(all_rows: Sequence[Row], answer: Found) -> tuple[list[Row], list[Row]]:
    """Rows for a phone's screen and the rest.

    Behind "more" goes also what is told already: the row that another one was calculated from, a sentence on a quote
    that has its line.
    """
    leading = _leading(all_rows, answer.question)
    if len(leading) > 1:
        first = leading + [row for row in _others(all_rows, leading) if _contrasts_with(row, leading)]
    else:
        first = _screenful(all_rows, {calculated.inputs[1] for calculated in answer.calculated})
    first += [row for row in _others(all_rows, first) if _conflicts_with(row, first, answer)]
    return first, _others(all_rows, first)


def example(first: Iterable[Row], rest: Iterable[Row], question: Question, titles: Titles) -> str:
    """A question that shows some of the rest: something not shown yet, else a period; empty where none would."""
    shown = [entry.claim for entry in entries_of(first)]
    left = [entry.claim for entry in entries_of(rest)]
    things = {(claim.subject, claim.metric) for claim in shown}
    periods = {_period_name(claim, titles) for claim in shown}
    asks = [
        *(titles.thing(claim.subject, claim.metric, None) for claim in left if _is_new(claim, things, question)),
        *(
            titles.thing(claim.subject, claim.metric, claim.period)
            for claim in left
            if claim.metric and _period_name(claim, titles) not in {*periods, ""}
        ),
    ]
    return asks[0].replace(" · ", " ") if asks else ""


def entries_of(chosen: Iterable[Row]) -> Iterator[Entry]:
    """The entries of rows, in their order."""
    return (entry for row in chosen for entry in row.entries)


def _leading(all_rows: Sequence[Row], question: Question) -> list[Row]:
    """Of a comparison the best row of each side: its first figure, else its first sentence."""
    if question.intent != "comparison":
        return []
    found = (_first_of(subject, all_rows) for subject in question.asked)
    return [row for row in found if row]


def _first_of(subject: str, all_rows: Sequence[Row]) -> Row | None:
    own = [row for row in all_rows if row.entries[0].role == "main" and row.entries[0].claim.subject == subject]
    return next((row for row in own if row.entries[0].claim.amount), own[0] if own else None)


def _screenful(all_rows: Sequence[Row], bases: set[str]) -> list[Row]:
    first: list[Row] = []
    for row in all_rows:
        if not first or _fits(row, first, bases):
            first.append(row)
    return first


def _fits(row: Row, first: Sequence[Row], bases: set[str]) -> bool:
    claim, role = row.entries[0].claim, row.entries[0].role
    if role != "main" or len(first) >= _MOST_ROWS:
        return False
    if claim.amount:
        return claim.id not in bases
    shown = list(entries_of(first))
    figures = sum(one.entries[0].claim.amount is not None for one in first)
    return figures < _ENOUGH_FIGURES and all(entry.claim.quote != claim.quote for entry in shown)


def _conflicts_with(row: Row, first: Iterable[Row], answer: Found) -> bool:
    shown = {entry.claim.id for entry in entries_of(first)}
    own = {entry.claim.id for entry in row.entries}
    return any(own & set(pair) and shown & set(pair) for pair in answer.conflicts)


def _contrasts_with(row: Row, shown: Iterable[Row]) -> bool:
    own = {entry.claim.id for entry in row.entries}
    return any(contrast.claim in own for entry in entries_of(shown) for contrast in entry.claim.contrasts)


def _others(all_rows: Iterable[Row], chosen: Iterable[Row]) -> list[Row]:
    taken = {id(row) for row in chosen}
    return [row for row in all_rows if id(row) not in taken]


def _is_new(claim: Claim, shown: set[tuple[str, str | None]], question: Question) -> bool:
    """Whether subject and metric are not shown yet or, in a comparison, the subject alone would show more."""
    if claim.metric is None:
        return claim.subject not in {*question.asked, *(subject for subject, _ in shown)}
    return (claim.subject, claim.metric) not in shown or question.intent == "comparison"


def _period_name(claim: Claim, titles: Titles) -> str:
    """The claim's period as a question can name it, if it can."""
    known = claim.period and claim.period.kind in _NAMED_PERIODS
    return period_text(claim.period, titles.language) if claim.period and known else ""
