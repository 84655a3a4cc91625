"""An answer that was shown, as far as it is needed to give it again: what was asked, completed, and on which day.

No figure is kept: who presses a button gets the answer of the base as it is then. Of the question's text only what
holds nothing of a person is kept, as it is kept for long.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.answer import AnyAnswer, Found, Missing
from bot.masking import masked
from bot.question import Question

_KEY_BYTES: Final = 12
"""Sixteen characters, of which nobody guesses another one; Discord's values have only a hundred."""


@dataclass(frozen=True, kw_only=True)
class ShownAnswer:
    """What to ask again, on which day.

    `question` is complete: what a follow-up took from the question before it is in it, and so is the language.
    `beside` is what an earlier reading of the same question missed.
    """

    question: Question
    on: date
    beside: tuple[Missing, ...] = ()


def new_key() -> str:
    """The key of an answer: random, in letters that any platform takes."""
    return secrets.token_urlsafe(_KEY_BYTES)


def shown_answer(answer: AnyAnswer) -> ShownAnswer | None:
    """What to keep of an answer; None of one that shows no claim, as nothing stands under it."""
    if not isinstance(answer, Found):
        return None
    asked = answer.question
    question = replace(
        asked,
        text=masked(asked.text),
        respelt=masked(asked.respelt),
        after=masked(asked.after),
        wording=masked(asked.wording),
    )
    beside = tuple(one for one in answer.missing if one.reason == "no_metric" and not one.nearest)
    return ShownAnswer(question=question, on=answer.on, beside=beside)
