"""Proposals from the rows of a table: each cell with its row, its column and the sentence before the table."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from knowledge.check.names import NumberedNames
from knowledge.claim import Status
from knowledge.doubt import Doubt
from knowledge.period import Period
from knowledge.proposing import cues
from knowledge.proposing.metrics import may_be_measured
from knowledge.proposing.names import NameFinder
from knowledge.proposing.port import Proposal
from knowledge.proposing.scene import Scene, Standing
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.tables import Cell, Row, rows
from knowledge.reading.remembered import read_amounts, read_periods
from knowledge.value import Language, Passage

_SURE: Final = 0.87


def tabled(  # noqa: PLR0913, PLR0917 (what a sentence has of its scene)
    table: Sequence[Sentence],
    language: Language,
    on: date,
    names: NameFinder,
    numbered: NumberedNames,
    standing: Standing,
) -> Iterator[Proposal]:
    """The proposals of one table."""
    for row in rows(table):
        scene = Scene(row.sentence, 0, names, language, on)
        owner = next((one for one in scene.of_kind("subject") if one.end <= len(row.name.text) + 4), None)
        for place, cell in enumerate(row.cells):
            head = row.heads[place] if place < len(row.heads) else None
            found = read_amounts(numbered.blanked(cell.text), language)
            if len(found) != 1:
                continue
            metric, said = _metric(head, names, standing)
            if metric is None or not may_be_measured(metric, found[0]):
                continue
            period, told = _period(head, language, on, standing)
            status = _status(head, period, on)
            quote = Passage(start=row.sentence.start, text=row.sentence.text[:400])
            printed = found[0].model_copy(update={"start": cell.start - row.sentence.start + found[0].start})
            if printed.end > len(quote.text):
                continue
            doubts = [Doubt(kind="in_table", words=head.text if head else "")]
            if owner is None or owner.key is None:
                doubts.append(Doubt(kind="subject_unknown", words=row.name.text))
            if period is None:
                doubts.append(Doubt(kind="period_missing"))
            yield Proposal(
                quote=quote,
                context=tuple(one for one in dict.fromkeys((said, told)) if one),
                subject=owner.key if owner else None,
                metric=metric,
                measure="level" if found[0].unit != "percent" else "change",
                amount=printed,
                period=period,
                status=status,
                confidence=_SURE if len(doubts) == 1 else _SURE / 2,
                doubts=tuple(doubts),
            )


def _metric(head: Cell | None, names: NameFinder, standing: Standing) -> tuple[str | None, Passage | None]:
    if head:
        for one in names.mentions(head.text):
            if one.kind == "metric" and one.key not in ("spending", "cost", "income"):
                return one.key, Passage(start=head.start, text=head.text)
    told = standing.metric
    return (told.key, told.said) if told else (None, None)


def _period(
    head: Cell | None, language: Language, on: date, standing: Standing
) -> tuple[Period | None, Passage | None]:
    if head:
        for printed in read_periods(head.text, language, on):
            return printed.period, Passage(start=head.start, text=head.text)
    told = standing.past or standing.ahead
    return (told.printed.period, told.said) if told else (None, None)


def _status(head: Cell | None, period: Period | None, on: date) -> Status:
    words = head.text if head else ""
    for status in ("plan", "guidance", "forecast", "estimate"):
        if cues.STATUSES[status].search(words):
            return status
    return "forecast" if period and period.start and period.start > on else "actual"


__all__ = ["Row", "tabled"]
