"""How a question was read and answered, line by line, for whoever wants to know why: no part of an answer."""

from collections.abc import Iterator, Mapping, Sequence

from bot.answer import Found
from bot.line import Asked
from bot.question import Cue, Question
from bot.said import Weighing
from bot.statements.choosing import chance, enough
from bot.statements.wanted import Asking
from bot.statements.weighing import Weighed
from bot.statements.weights import POINTS

_MOST = 8
_MOST_SIGNS = 5
_ASKED: Mapping[Cue, str] = {
    "reason": "a reason",
    "amount": "an amount",
    "change": "a change",
    "view": "what somebody says",
    "count": "a count",
    "percent": "percent",
    "ratio": "a ratio",
    "whole": "all as one",
    "relation": "how they relate",
}


def explained(asked: Asked, weighing: Weighing) -> Iterator[str]:
    """What was understood, what each unexplained word weighs, and the claims that came nearest with their scores."""
    question = asked.question
    yield f"read as {question.intent} in {question.language}" + ("" if not question.translated else " (translated)")
    yield from (f"  {name}: {value}" for name, value in _slots(question) if value)
    yield f"answered: {_way(asked)}"
    if weighing.asking is None:
        yield "  a word is somebody's name that no claim says, or too little is said: " + ", ".join(
            question.not_understood
        )
        return
    yield from _words(weighing.asking)
    if weighing.claims:
        likely = chance(weighing.claims, question, weighing.asking)
        least = enough(weighing.claims, question, weighing.asking)
        yield f"claims by their points (the first is right with a chance of {likely:.0%}, enough: {least:.0%})"
        yield from map(_claim, weighing.claims[:_MOST])


def _words(asking: Asking) -> Iterator[str]:
    for group, words in (("content", asking.content), ("light", asking.light), ("name", asking.named)):
        for word in words:
            known = "" if not word.strange else ", which nothing here knows,"
            yield f"  {group} '{word.word}'{known} weighs {word.weight:.1f} as {'/'.join(sorted(word.alike))}"


def _slots(question: Question) -> Iterator[tuple[str, str]]:
    yield "subjects", ", ".join(question.subjects)
    yield "speakers", ", ".join((*question.speakers, *question.people))
    yield "metrics", ", ".join(question.metrics)
    yield "topics", ", ".join(question.topics)
    yield "periods", ", ".join(asked.period.label for asked in question.periods)
    yield "amounts", ", ".join(amount.text for amount in question.amounts)
    yield "asks for", ", ".join(_asked_for(question))
    yield (
        "near names",
        ", ".join(f"{near.word} ({', '.join((*near.subjects, *near.metrics))})" for near in question.near),
    )
    yield "not explained by a name", ", ".join(question.not_understood)


def _asked_for(question: Question) -> Sequence[str]:
    return [words for cue, words in _ASKED.items() if cue in question.asks]


def _way(asked: Asked) -> str:
    if not isinstance(asked.answer, Found):
        return asked.reply.outcome
    by = "names"
    if asked.question.unnamed:
        by = "its words"
    elif asked.question.amounts:
        by = "its amount"
    return f"found by {by}: {asked.answer.entries[0].claim.id}"


def _claim(one: Weighed) -> str:
    points = {name: POINTS[one.phrased].get(name, 0.0) * value for name, value in one.signs.items()}
    told = sorted(points, key=lambda name: -abs(points[name]))[:_MOST_SIGNS]
    signs = ", ".join(f"{name} {points[name]:+.1f}" for name in told)
    return f"  {one.points:5.1f} points  {one.claim.id}: {signs}"
