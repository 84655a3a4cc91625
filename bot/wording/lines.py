"""Claims worded as lines: label, figure, who and when, and the notes that belong to the figure.

A level and the change that the same source reports with it share one line. Cautions, conflicts, basis, status and date
are part of the line and never of an afterthought.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.answer import Entry, Found
from bot.reply import Line, Note
from bot.wording.numbers import amount_text, number_text
from bot.wording.phrases import phrase
from bot.wording.times import period_text, published_text
from bot.wording.titles import Titles
from knowledge.claim import Claim
from knowledge.conflicts import Pair

_IN_WORDS = ("ratio", "count", "statement")
"""Measures whose bare number says nothing: their statement is shown instead."""


class Row(NamedTuple):
    """The entries that share one line, the leading one first, and the line."""

    entries: tuple[Entry, ...]
    line: Line


class Labels(NamedTuple):
    """What a label has to name because the headline does not."""

    subject: bool
    metric: bool


def rows(answer: Found, titles: Titles) -> Iterator[Row]:
    """One row for each line of the answer, in the order of its entries."""
    by_id = {entry.claim.id: entry for entry in answer.entries}
    labels = labels_of(answer)
    for group in _grouped(answer.entries):
        notes = tuple(note for entry in group for note in _notes(entry, answer, by_id, titles))
        yield Row(group, line_of(group, labels, titles, tuple(dict.fromkeys(notes))))


def labels_of(answer: Found) -> Labels:
    """Labels name what the headline leaves open; lines beside the answer always name subject and metric."""
    main = [entry.claim for entry in answer.entries if entry.role == "main"]
    subjects = {claim.subject for claim in main}
    return Labels(subjects != {*answer.question.subjects} or len(subjects) > 1, len({c.metric for c in main}) > 1)


def line_of(group: Sequence[Entry], labels: Labels, titles: Titles, notes: tuple[Note, ...] = ()) -> Line:
    """The line for a group of entries that belong together."""
    claim, article = group[0].claim, group[0].article
    also = group[0].role != "main"
    parts = (
        titles.subject(claim.subject) if labels.subject or also else "",
        titles.metric(claim.metric) if claim.metric and (labels.metric or also) else "",
        _when_and_status(claim, titles),
    )
    basis = titles.term(claim.basis) if claim.basis else ""
    detail = (basis, titles.speaker(claim), published_text(article.published, titles.language))
    return Line(
        label=" · ".join(part for part in parts if part),
        figure=", ".join(figure_text(entry.claim, titles) for entry in group),
        detail=", ".join(part for part in detail if part),
        citations=tuple(dict.fromkeys(entry.citation for entry in group)),
        notes=notes,
    )


def figure_text(claim: Claim, titles: Titles) -> str:
    """The figure of a claim, or its statement where there is no figure or a bare one would not be understood."""
    language = titles.language
    if claim.amount is None or claim.measure in _IN_WORDS:
        return claim.statement.in_language(language)
    text = amount_text(claim.amount, language, sign=claim.direction if claim.measure == "change" else "none")
    if claim.of:
        text += " " + phrase("of", language, titles.term(claim.of))
    period = claim.period
    if period and period.flow not in ("total", "point"):
        text += " " + phrase(period.flow, language)
    if claim.measure == "change" and period and period.baseline:
        text += " " + phrase("against", language, period.baseline)
    return text


def _when_and_status(claim: Claim, titles: Titles) -> str:
    language = titles.language
    period = period_text(claim.period, language) if claim.period else ""
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


def _notes(entry: Entry, answer: Found, by_id: Mapping[str, Entry], titles: Titles) -> Iterator[Note]:
    language = titles.language
    claim = entry.claim
    yield from _pair_notes(entry, answer.conflicts, by_id, titles)
    for pair in answer.revisions:
        if claim.id in pair:
            other = by_id[pair.one if claim.id == pair.other else pair.other]
            key = "revised" if claim.id == pair.other else "revised_later"
            yield Note(kind="revision", text=phrase(key, language, figure_text(other.claim, titles), other.citation))
    for calculated in answer.calculated:
        later, earlier = calculated.inputs
        if claim.id == later:
            base = by_id[earlier]
            change = number_text(calculated.value, calculated.unit, language)
            when = period_text(base.claim.period, language) if base.claim.period else ""
            text = phrase("yearly_change", language, change, when, figure_text(base.claim, titles), base.citation)
            yield Note(kind="calculated", text=text)
    for contrast in claim.contrasts:
        if contrast.claim in by_id:
            other = by_id[contrast.claim]
            reason = contrast.reason.in_language(language)
            yield Note(kind="contrast", text=phrase("contrast", language, other.citation, reason))
    for caution in claim.cautions:
        yield Note(kind="caution", text=caution.text.in_language(language))


def _pair_notes(entry: Entry, pairs: Sequence[Pair], by_id: Mapping[str, Entry], titles: Titles) -> Iterator[Note]:
    claim = entry.claim
    for pair in pairs:
        if claim.id not in pair:
            continue
        other = by_id[pair.one if claim.id == pair.other else pair.other]
        figure = figure_text(other.claim, titles)
        if other.citation == entry.citation:
            text = phrase("conflict_same", titles.language, figure)
        else:
            text = phrase("conflict", titles.language, other.citation, figure)
        yield Note(kind="conflict", text=text)
