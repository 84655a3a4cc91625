"""A follow-up builds on the question before it: "and google?", "what about 2023?", "und der Umsatz?".

Only a text that says so by its first words continues; what it names replaces, what it leaves out is kept.
"""

from dataclasses import replace

from bot.question import Intent, Question

_OPENINGS = ("and ", "und ", "what about ", "how about ", "was ist mit ", "wie sieht es mit ", "wie ist es mit ")


def follow_up(question: Question, last: Question) -> Question:
    """`question` completed from `last` where it opens as a follow-up; otherwise `question` itself."""
    if question.intent == "help" or not question.text.casefold().startswith(_OPENINGS):
        return question
    subjects = question.subjects or last.subjects
    metrics = question.metrics or last.metrics
    return replace(
        question,
        subjects=subjects,
        metrics=metrics,
        speakers=question.speakers or (() if question.subjects else last.speakers),
        people=question.people or (() if question.subjects else last.people),
        periods=question.periods or last.periods,
        growth=question.growth or last.growth,
        intent=_intent(question, subjects, metrics),
    )


def _intent(question: Question, subjects: tuple[str, ...], metrics: tuple[str, ...]) -> Intent:
    if len(subjects) > 1:
        return "comparison"
    return "figure" if subjects and metrics else "overview" if subjects or metrics else question.intent
