"""Claims worded as lines: label, figure, who and when, and the notes that belong to the figure.

A level and the change that the same source reports with it share one line. Cautions, conflicts, basis, status and date
are part of the line and never of an afterthought.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.answer import Entry, Found
from bot.reply import Line, Note
from bot.wording.citations import short_quotes
from bot.wording.figures import figure_text, is_told_in_words
from bot.wording.notes import notes_of
from bot.wording.phrases import phrase
from bot.wording.times import period_text, published_text
from bot.wording.titles import Titles
from knowledge.claim import Claim


class Row(NamedTuple):
    """The entries that share one line, the leading one first, and the line."""

    entries: tuple[Entry, ...]
    line: Line


class Labels(NamedTuple):
    """What a label has to name because the headline does not."""

    subject: bool
    metric: bool
    known_period: str = ""


def rows(answer: Found, titles: Titles) -> Iterator[Row]:
    """One row for each line of the answer, in the order of its entries."""
    labels = labels_of(answer, titles)
    for group in _grouped(answer.entries):
        yield Row(group, line_of(group, labels, titles, notes_of(group, answer, titles)))


def labels_of(answer: Found, titles: Titles) -> Labels:
    """Labels name what the headline leaves open; lines beside the answer always name all."""
    subjects, asked = {claim.subject for claim in answer.main}, answer.question.periods
    return Labels(
        subject=subjects != {*answer.question.subjects} or len(subjects) > 1,
        metric=len({claim.metric for claim in answer.main}) > 1,
        known_period=period_text(asked[0].period, titles.language) if len(asked) == 1 else "",
    )


def line_of(group: Sequence[Entry], labels: Labels, titles: Titles, notes: tuple[Note, ...] = ()) -> Line:
    """The line for a group of entries that belong together."""
    claim, article = group[0].claim, group[0].article
    also = group[0].role != "main"
    parts = (
        titles.subject(claim.subject) if labels.subject or also else "",
        titles.metric(claim.metric) if claim.metric and (labels.metric or also) else "",
        _when_and_status(claim, titles, "" if also else labels.known_period),
    )
    basis = titles.term(claim.basis) if claim.basis else ""
    detail = (basis, titles.speaker(claim), published_text(article.published, titles.language))
    return Line(
        label=" · ".join(part for part in parts if part),
        figure=", ".join(figure_text(entry.claim, titles) for entry in group),
        detail=", ".join(part for part in detail if part),
        citations=tuple(dict.fromkeys(entry.citation for entry in group)),
        notes=notes,
        quotes=short_quotes(group),
        is_sentence=is_told_in_words(claim),
    )


def _when_and_status(claim: Claim, titles: Titles, known_period: str) -> str:
    language = titles.language
    period = period_text(claim.period, language) if claim.period else ""
    period = "" if period == known_period else period
    status = phrase(claim.status, language)
    if claim.scenario != "none":
        status += f" ({phrase(claim.scenario, language)})"
    return f"{period} {status}".strip()


def _grouped(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Each level together with the changes that its own source reports with it, in the order of the first of them."""
    groups: list[list[Entry]] = []
    joined: dict[object, list[Entry]] = {}
    for entry in entries:
        claim = entry.claim
        key = _belonging(claim) if claim.measure in ("level", "change") else claim.id
        group = joined.get(key)
        if group and all(other.claim.measure != claim.measure for other in group):
            group.append(entry)
        else:
            joined[key] = [entry]
            groups.append(joined[key])
    for group in groups:
        yield tuple(sorted(group, key=lambda entry: entry.claim.measure == "change"))


def _belonging(claim: Claim) -> tuple[object, ...]:
    period = claim.period
    return (
        claim.article,
        claim.subject,
        claim.metric,
        claim.basis,
        claim.status,
        claim.scenario,
        claim.speaker,
        claim.receipt.start,
        (period.start, period.end, period.flow) if period else None,
    )
