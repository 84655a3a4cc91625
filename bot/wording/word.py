"""Word an Answer: the fourth arrow of the line, from Answer to Reply. Pure.

What fits a phone comes first; a line that conflicts with one shown is shown with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Ambiguous, AnyAnswer, Choice, Entry, Found, Help, Missing, NotFound
from bot.cleaning import LONGEST_QUESTION
from bot.names import Names
from bot.question import Question
from bot.reply import Action, Line, Note, Reply
from bot.wording.citations import citations
from bot.wording.help import help_lines
from bot.wording.lines import Row, rows
from bot.wording.phrases import phrase
from bot.wording.times import period_text
from bot.wording.titles import Titles

_PHONE_ROWS = 5
"""Rows that fit a phone's screen together with headline, notes and sources."""

_MOST_IN_HEADLINE = 3
"""Subjects that head an answer to a question which names none."""

_LONGEST_WORD = 40
"""Letters that are repeated of a word that somebody typed."""


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
        return replace(reply, notes=(*reply.notes, other))
    return reply


def choice_text(choice: Choice, titles: Titles) -> str:
    """A choice by name."""
    return titles.thing(choice.subject, choice.metric, choice.period)


def _found(answer: Found, titles: Titles) -> Reply:
    first, more = _split(list(rows(answer, titles)), answer)
    notes = [note for missing in answer.missing for note in _missing_notes(missing, titles)]
    if answer.left_out:
        notes.append(Note(kind="hint", text=phrase("left_out_words", titles.language, ", ".join(answer.left_out))))
    if answer.unlike:
        notes.append(Note(kind="hint", text=phrase("different_basis", titles.language)))
    newest = max(entry.article.published.date for entry in answer.entries if entry.role == "main")
    if (newest.year + 1, newest.month, newest.day) < (answer.on.year, answer.on.month, answer.on.day):
        age = _months_between(newest, answer.on)
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
    """Rows for a phone's screen and the rest: main rows first, a conflict never torn apart.

    Behind "more" goes what is told already: the row that another one was calculated from, a sentence on a quote that
    has its line.
    """
    bases = {calculated.inputs[1] for calculated in answer.calculated}
    first: list[Row] = []
    for row in all_rows:
        leading = row.entries[0].role == "main" and len(first) < _PHONE_ROWS and not _is_told(row, first, bases)
        if not first or leading or _conflicts_with(row, first, answer):
            first.append(row)
    chosen = {id(row) for row in first}
    return first, [row for row in all_rows if id(row) not in chosen]


def _is_told(row: Row, first: Iterable[Row], bases: set[str]) -> bool:
    claim = row.entries[0].claim
    if claim.amount:
        return claim.id in bases
    return any(entry.claim.quote == claim.quote for entry in _entries(first))


def _conflicts_with(row: Row, first: Iterable[Row], answer: Found) -> bool:
    shown = {entry.claim.id for entry in _entries(first)}
    own = {entry.claim.id for entry in row.entries}
    return any(own & set(pair) and shown & set(pair) for pair in answer.conflicts)


def _headline(answer: Found, titles: Titles) -> str:
    question = answer.question
    subjects = " vs ".join(titles.subject(subject) for subject in question.asked)
    subjects = subjects or ", ".join(titles.topic(topic) for topic in question.topics)
    main = {entry.claim.metric for entry in answer.entries if entry.role == "main"}
    metric = titles.metric(next(iter(main)) or "") if len(main) == 1 and None not in main else ""
    asked = " · ".join(part for part in (subjects, metric, _periods(question, titles)) if part)
    return asked or _answering(answer, titles)


def _answering(answer: Found, titles: Titles) -> str:
    """Whom the answer is about, where the question names nothing."""
    subjects = dict.fromkeys(entry.claim.subject for entry in answer.entries if entry.role == "main")
    return ", ".join(titles.subject(subject) for subject in list(subjects)[:_MOST_IN_HEADLINE])


def _periods(question: Question, titles: Titles) -> str:
    return " / ".join(period_text(asked.period, titles.language) for asked in question.periods)


def _months_between(earlier: date, later: date) -> int:
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def _ambiguous(answer: Ambiguous, titles: Titles) -> Reply:
    metrics = " / ".join(titles.metric(metric) for metric in answer.question.metrics)
    period = _periods(answer.question, titles)
    doubtful = " / ".join(near.word[:_LONGEST_WORD] for near in answer.question.near)
    return Reply(
        outcome="ambiguous",
        language=titles.language,
        headline=" · ".join(part for part in (metrics, period) if part) or doubtful,
        notes=(Note(kind="hint", text=phrase("several", titles.language)),),
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
    shown = [word[:_LONGEST_WORD] for word in missing.words[:5]]
    words = ", ".join(f"“{word}”" if language == "en" else f"„{word}“" for word in shown)
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
        offer = "did_you_mean" if missing.guessed else "nearest"
        notes.append(Note(kind="hint", text=phrase(offer, titles.language, nearest)))
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
