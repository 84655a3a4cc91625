"""What can be asked instead, one click away: choices by name, each with the question that it asks.

What all choices share is said once before them, so that their labels are short.
"""

from collections.abc import Sequence
from dataclasses import fields, replace

from bot.answer import Choice, Missing
from bot.cleaning import LONGEST_QUESTION
from bot.reply import Action, Note
from bot.wording.phrases import phrase
from bot.wording.titles import Titles


def choice_text(choice: Choice, titles: Titles) -> str:
    """A choice by name."""
    return titles.thing(choice.subject, choice.metric, choice.period)


def actions(choices: Sequence[Choice], titles: Titles) -> tuple[Action, ...]:
    """The choices to click, labelled with that in which they differ."""
    known = shared(choices)
    asks = (choice_text(choice, titles).replace(" · ", " ") for choice in choices)
    labels = (choice_text(_without(choice, known), titles) for choice in choices)
    return tuple(Action(label=label, ask=ask) for label, ask in zip(labels, asks, strict=True))


def shared(choices: Sequence[Choice]) -> Choice:
    """What all choices name, as far as each of them has a name left without it."""
    if len(choices) <= 1:
        return Choice()
    first = choices[0]
    same = {
        field.name: getattr(first, field.name)
        for field in fields(Choice)
        if all(getattr(choice, field.name) == getattr(first, field.name) for choice in choices)
    }
    whole = Choice(**same)
    for known in (whole, replace(whole, metric=None)):
        if Choice() not in (_without(choice, known) for choice in choices):
            return known
    return Choice()


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
        "not_so": (titles.thing(missing.subject, missing.metric, missing.period),),
        "no_claim": (titles.thing(missing.subject, missing.metric, missing.period),),
        "no_subject": (),
    }
    return phrase(missing.reason, language, *values[missing.reason])


def missing_notes(missing: Missing, titles: Titles) -> tuple[Note, ...]:
    """The reason, and what there is instead by name, beside an answer to the rest of the question."""
    reason = _hint(missing_text(missing, titles))
    if not missing.nearest:
        return (reason,)
    nearest = "; ".join(choice_text(choice, titles) for choice in missing.nearest)
    offer = "did_you_mean" if missing.guessed else "nearest"
    return (reason, _hint(phrase(offer, titles.language, nearest)))


def refusal_notes(missing: Sequence[Missing], choices: Sequence[Choice], titles: Titles) -> tuple[Note, ...]:
    """The reasons, and the words before the choices to click, which name what there is instead."""
    reasons = tuple(_hint(missing_text(one, titles)) for one in missing)
    if not choices:
        return reasons
    common = choice_text(shared(choices), titles)
    if any(one.guessed for one in missing):
        before = phrase("did_you_mean_below", titles.language)
    elif common:
        before = phrase("nearest_below_of", titles.language, common)
    else:
        before = phrase("nearest_below", titles.language)
    return (*reasons, _hint(before))


def _without(choice: Choice, known: Choice) -> Choice:
    none = {field.name: None for field in fields(Choice) if getattr(known, field.name) is not None}
    return replace(choice, **none)


def _hint(text: str) -> Note:
    return Note(kind="hint", text=text)
