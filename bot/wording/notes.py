"""What stands beside a figure: what disagrees with it, what was calculated from it, and how it is to be read.

Each note has its whole text, and a short one for messages that have to be short: its kind first, then its beginning. A
sentence that stands beside two figures of one message is told at the first; the second refers to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.answer import Entry, Found
from bot.reply import Line, Note
from bot.wording.cutting import shortened_note
from bot.wording.figures import figure_text
from bot.wording.numbers import number_text
from bot.wording.phrases import phrase
from bot.wording.times import period_text
from bot.wording.titles import Titles
from knowledge.conflicts import Pair
from knowledge.value import Language

_AFTER_KIND: Final = ": "
_TOLD_ONCE: Final = ("caution", "contrast")


def notes_of(group: Iterable[Entry], answer: Found, titles: Titles) -> tuple[Note, ...]:
    """The notes of the entries that share a line, none twice."""
    by_id = {entry.claim.id: entry for entry in answer.entries}
    notes = (note for entry in group for note in _notes(entry, answer, by_id, titles))
    return tuple(dict.fromkeys(notes))


def told_once(lines: Iterable[Line], language: Language) -> Iterator[Line]:
    """The lines of one message, a note that an earlier line has already shortened to a reference."""
    told: set[str] = set()
    for line in lines:
        new = {_words(note) for note in line.notes if note.kind in _TOLD_ONCE}
        yield replace(line, notes=tuple(_referring(note, told, language) for note in line.notes))
        told |= new


def _words(note: Note) -> str:
    return note.text.partition(_AFTER_KIND)[2]


def _referring(note: Note, told: set[str], language: Language) -> Note:
    kind, _, words = note.text.partition(_AFTER_KIND)
    if note.kind not in _TOLD_ONCE or words not in told:
        return note
    above = phrase("see_above", language)
    return replace(note, short=f"{kind}{_AFTER_KIND}{above}")


def _notes(entry: Entry, answer: Found, by_id: Mapping[str, Entry], titles: Titles) -> Iterator[Note]:
    language, claim = titles.language, entry.claim
    yield from _conflicts(entry, answer.conflicts, by_id, titles)
    yield from _revisions(entry, answer.revisions, by_id, titles)
    yield from _calculations(entry, answer, by_id, titles)
    for contrast in claim.contrasts:
        if contrast.claim in by_id:
            reason = contrast.reason.in_language(language)
            other = by_id[contrast.claim].citation
            whole, short = (phrase("contrast", language, other, text) for text in (reason, shortened_note(reason)))
            yield Note(kind="contrast", text=whole, short=short)
    for caution in claim.cautions:
        kind, text = phrase(f"caution_{caution.kind}", language), caution.text.in_language(language)
        short = f"{kind}{_AFTER_KIND}{shortened_note(text)}"
        yield Note(kind="caution", text=f"{kind}{_AFTER_KIND}{text}", short=short)


def _conflicts(entry: Entry, pairs: Sequence[Pair], by_id: Mapping[str, Entry], titles: Titles) -> Iterator[Note]:
    for other in _others(entry, pairs, by_id):
        figure = figure_text(other.claim, titles)
        if other.citation == entry.citation:
            text = phrase("conflict_same", titles.language, figure)
        else:
            text = phrase("conflict", titles.language, other.citation, figure)
        yield Note(kind="conflict", text=text)


def _revisions(entry: Entry, pairs: Sequence[Pair], by_id: Mapping[str, Entry], titles: Titles) -> Iterator[Note]:
    for pair in pairs:
        for other in _others(entry, (pair,), by_id):
            key = "revised" if entry.claim.id == pair.other else "revised_later"
            text = phrase(key, titles.language, figure_text(other.claim, titles), other.citation)
            yield Note(kind="revision", text=text)


def _others(entry: Entry, pairs: Sequence[Pair], by_id: Mapping[str, Entry]) -> Iterator[Entry]:
    """What the entry's claim is paired with."""
    for pair in pairs:
        if entry.claim.id in pair:
            yield by_id[pair.one if entry.claim.id == pair.other else pair.other]


def _calculations(entry: Entry, answer: Found, by_id: Mapping[str, Entry], titles: Titles) -> Iterator[Note]:
    language = titles.language
    for calculated in answer.calculated:
        later, earlier = calculated.inputs
        if entry.claim.id == later:
            base = by_id[earlier]
            change = number_text(calculated.value, calculated.unit, language)
            when = period_text(base.claim.period, language) if base.claim.period else ""
            text = phrase("yearly_change", language, change, when, figure_text(base.claim, titles), base.citation)
            yield Note(kind="calculated", text=text)
