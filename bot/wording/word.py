"""Word an Answer: the fourth arrow of the line, from Answer to Reply. Pure.

What fits a phone comes first, what holds for the whole stands under the headline.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.answer import Ambiguous, AnyAnswer, Found, Help, NotFound
from bot.names import Names
from bot.question import Question
from bot.reply import Line, Note, Reply
from bot.wording.citations import citations
from bot.wording.help import help_reply
from bot.wording.lines import Row, rows
from bot.wording.notes import told_once
from bot.wording.offers import actions, missing_notes, refusal_notes
from bot.wording.phone import entries_of, example, split
from bot.wording.phrases import phrase
from bot.wording.times import period_text
from bot.wording.titles import Titles

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
            covered = titles.subject(answer.covered) if answer.covered else ""
            reply = help_reply(titles.language, answer.examples, covered)
    if answer.question.translated:
        other = Note(kind="hint", text=phrase("other_language", titles.language))
        return replace(reply, notes=(*reply.notes, other))
    return reply


def _found(answer: Found, titles: Titles) -> Reply:
    first, more = split(list(rows(answer, titles)), answer)
    return Reply(
        outcome="found",
        language=titles.language,
        headline=_headline(answer, titles),
        lines=_lines(first, titles),
        more=_lines(more, titles),
        notes=tuple(_notes(answer, titles)),
        citations=citations((*entries_of(first), *entries_of(more)), titles),
        example=example(first, more, answer.question, titles),
    )


def _lines(chosen: Iterable[Row], titles: Titles) -> tuple[Line, ...]:
    return tuple(told_once((row.line for row in chosen), titles.language))


def _notes(answer: Found, titles: Titles) -> Iterator[Note]:
    """What holds for the whole answer: that figures are not alike, what is missing, its age."""
    for brand in answer.question.brands:
        yield Note(kind="hint", text=phrase("brand", titles.language, brand.name, titles.subject(brand.subject)))
    if answer.unlike:
        yield Note(kind="hint", text=phrase("different_basis", titles.language))
    for missing in answer.missing:
        yield from missing_notes(missing, titles)
    if answer.left_out:
        yield Note(kind="hint", text=phrase("left_out_words", titles.language, ", ".join(answer.left_out)))
    newest = max(entry.article.published.date for entry in answer.entries if entry.role == "main")
    if (newest.year + 1, newest.month, newest.day) < (answer.on.year, answer.on.month, answer.on.day):
        age = _months_between(newest, answer.on)
        yield Note(kind="hint", text=phrase("age", titles.language, age))


def _headline(answer: Found, titles: Titles) -> str:
    question = answer.question
    subjects = " vs ".join(titles.subject(subject) for subject in question.asked)
    subjects = subjects or ", ".join(titles.topic(topic) for topic in question.topics)
    main = {claim.metric for claim in answer.main}
    metric = titles.metric(next(iter(main)) or "") if len(main) == 1 and None not in main else ""
    asked = " · ".join(part for part in (subjects, metric, _periods(question, titles)) if part)
    return asked or _answering(answer, titles)


def _answering(answer: Found, titles: Titles) -> str:
    """Whom the answer is about, where the question names nothing."""
    subjects = dict.fromkeys(claim.subject for claim in answer.main)
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
        actions=actions(answer.choices, titles),
    )


def _not_found(answer: NotFound, titles: Titles) -> Reply:
    return Reply(
        outcome="not_found",
        language=titles.language,
        headline=phrase("not_found", titles.language),
        notes=refusal_notes(answer.missing, answer.choices, titles),
        actions=actions(answer.choices, titles),
    )
