"""Word an Answer: the fourth arrow of the line, from Answer to Reply. Pure.

What fits a phone comes first; a line that conflicts with one shown is shown with it.
"""

from collections.abc import Iterable, Sequence

from bot.answer import Ambiguous, AnyAnswer, Choice, Entry, Found, Help, Missing, NotFound
from bot.cleaning import LONGEST_QUESTION
from bot.names import Names
from bot.reply import Action, Line, Note, Reply
from bot.wording.citations import citations
from bot.wording.help import help_lines
from bot.wording.lines import Row, labels_of, line_of, rows
from bot.wording.phrases import phrase
from bot.wording.titles import Titles

_OLD = 12
"""Months after which the age of the newest source is said."""

_PHONE_LINES = 8
"""Lines and notes that fit a phone's screen together with headline and sources."""


def word(answer: AnyAnswer, names: Names) -> Reply:
    """The reply to an answer, in the language of its question."""
    titles = Titles(names, answer.question.language)
    match answer:
        case Found():
            reply = _found(answer, titles)
        case Ambiguous():
            reply = _ambiguous(answer, titles)
        case NotFound():
            reply = _not_found(answer, titles)
        case Help():
            reply = _help(titles)
    if answer.question.translated:
        other = Note(kind="hint", text=phrase("other_language", titles.language))
        return reply.model_copy(update={"notes": (*reply.notes, other)})
    return reply


def choice_text(choice: Choice, titles: Titles) -> str:
    """A choice by name."""
    return titles.thing(choice.subject, choice.metric, choice.period)


def _found(answer: Found, titles: Titles) -> Reply:
    first, more = _split(list(rows(answer, titles)), answer)
    notes = [note for missing in answer.missing for note in _missing_notes(missing, titles)]
    age = _age_in_months(answer)
    if age > _OLD:
        notes.append(Note(kind="hint", text=phrase("age", titles.language, age)))
    return Reply(
        outcome="found",
        language=titles.language,
        headline=_headline(answer, titles),
        lines=tuple(row.line for row in first),
        more=tuple(row.line for row in more),
        notes=tuple(notes),
        citations=citations(_entries(first), _entries(more), titles),
    )


def _entries(chosen: Iterable[Row]) -> list[Entry]:
    return [entry for row in chosen for entry in row.entries]


def _split(all_rows: Sequence[Row], answer: Found) -> tuple[list[Row], list[Row]]:
    """Rows for a phone's screen and the rest; main rows first, a conflict never torn apart."""
    partners = {claim: pair for pair in answer.conflicts for claim in pair}
    first: list[Row] = []
    height = 0
    for row in all_rows:
        ids = {entry.claim.id for entry in row.entries}
        shown = {entry.claim.id for chosen in first for entry in chosen.entries}
        torn = any(set(partners.get(claim, ())) & shown for claim in ids)
        main = row.entries[0].role == "main"
        if not first or torn or (main and height + 1 + len(row.line.notes) <= _PHONE_LINES):
            first.append(row)
            height += 1 + len(row.line.notes)
    return first, [row for row in all_rows if row not in first]


def _headline(answer: Found, titles: Titles) -> str:
    question = answer.question
    asked = question.subjects or question.speakers
    subjects = " vs ".join(titles.subject(subject) for subject in asked)
    main = {entry.claim.metric for entry in answer.entries if entry.role == "main"}
    metric = titles.metric(next(iter(main)) or "") if len(main) == 1 and None not in main else ""
    period = titles.thing(None, None, question.period)
    return " · ".join(part for part in (subjects, metric, period) if part)


def _age_in_months(answer: Found) -> int:
    newest = max(entry.article.published.date for entry in answer.entries if entry.role == "main")
    months = (answer.on.year - newest.year) * 12 + answer.on.month - newest.month
    return months - (answer.on.day < newest.day)


def _ambiguous(answer: Ambiguous, titles: Titles) -> Reply:
    labels = labels_of(answer.entries)
    return Reply(
        outcome="ambiguous",
        language=titles.language,
        headline=titles.thing(None, answer.question.metrics[0], answer.question.period)
        if answer.question.metrics
        else phrase("no_subject", titles.language),
        lines=tuple(line_of((entry,), labels, titles) for entry in answer.entries),
        notes=(Note(kind="hint", text=phrase("several", titles.language)),),
        citations=citations(answer.entries, (), titles),
        actions=_actions(answer.choices, titles),
    )


def _not_found(answer: NotFound, titles: Titles) -> Reply:
    notes = [note for missing in answer.missing for note in _missing_notes(missing, titles)]
    return Reply(
        outcome="not_found",
        language=titles.language,
        headline=phrase("not_found", titles.language),
        notes=tuple(notes),
        actions=_actions(answer.choices, titles),
    )


def missing_text(missing: Missing, titles: Titles) -> str:
    """Why a part of the question has no answer, in one sentence."""
    language = titles.language
    words = ", ".join(f"“{word[:40]}”" if language == "en" else f"„{word[:40]}“" for word in missing.words[:5])
    metric = titles.metric(missing.metric) if missing.metric else ""
    subject = titles.subject(missing.subject) if missing.subject else ""
    values: dict[str, tuple[object, ...]] = {
        "too_long": (LONGEST_QUESTION,),
        "unknown_name": (words,),
        "not_understood": (words,),
        "no_metric": (metric, subject),
        "other_period": (titles.thing(missing.subject, missing.metric, None), titles.thing(None, None, missing.period)),
        "no_claim": (titles.thing(missing.subject, missing.metric, missing.period),),
        "no_subject": (),
    }
    return phrase(missing.reason, language, *values[missing.reason])


def _missing_notes(missing: Missing, titles: Titles) -> list[Note]:
    notes = [Note(kind="hint", text=missing_text(missing, titles))]
    if missing.nearest:
        nearest = "; ".join(choice_text(choice, titles) for choice in missing.nearest)
        doubtful = missing.reason in ("unknown_name", "not_understood")
        notes.append(
            Note(kind="hint", text=phrase("did_you_mean" if doubtful else "nearest", titles.language, nearest))
        )
    return notes


def _actions(choices: Iterable[Choice], titles: Titles) -> tuple[Action, ...]:
    return tuple(
        Action(label=text, ask=text.replace(" · ", " ")) for text in (choice_text(choice, titles) for choice in choices)
    )


def _help(titles: Titles) -> Reply:
    language = titles.language
    what = Line(label="", figure=phrase("help_what", language))
    examples = help_lines(language)
    return Reply(
        outcome="help",
        language=language,
        headline=phrase("help", language),
        lines=(what, *(Line(label=phrase("help_try", language), figure=example) for example in examples)),
        actions=tuple(Action(label=example, ask=example) for example in examples),
    )
