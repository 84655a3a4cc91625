"""A follow-up builds on the question before it: "and google?", "what about 2023?", "why?", "und der Verlust?".

A text continues when it says so by its first words, when it asks the same of somebody else ("Meta too?"), or when by
itself it is no question: it names nobody and is a word or two, or points back ("how fast did it grow?"). What it names
replaces, what it leaves out is kept.
"""

import re
from dataclasses import replace

from bot.cleaning import LONGEST_QUESTION
from bot.help_asked import asks_for_help
from bot.pointing import asks_for_others, asks_for_the_source, points_back
from bot.question import Cue, Intent, Question
from bot.words import SMALL, VERSUS, word_set
from knowledge.folding import folded_words

_OPENINGS = (
    "and ", "und ", "what about ", "how about ", "was ist mit ", "wie sieht es mit ", "wie ist es mit ", "ok but ",
    "okay but ", "but ", "aber ", "ok and ", "ok und ", "same for ", "then ", "also ", "dann ", "or ", "oder ",
)  # fmt: skip
_IN_MONEY = re.compile(
    r"\bin (?:us )?(?:dollars?|euros?|usd|eur|absolute (?:terms|numbers)|absoluten zahlen)\b|\babsolut\b"
)
_ELLIPTIC = 3
"""The most words of a text that is no question by itself."""


_SHORT = 8
_AS_WELL = word_set("too auch likewise ebenfalls genauso ebenso same")
"""Words by which a short text asks the same of somebody else."""

_THAN = VERSUS | word_set("than als with mit")
"""Words behind which somebody stands with whom another is compared."""


def opens(question: Question) -> bool:
    """Whether a question says by its first words that it builds on the one before it."""
    return question.spelt.casefold().startswith(_OPENINGS)


def continues(question: Question) -> bool:
    """Whether a question may build on the one before it."""
    if opens(question):
        return True
    words = folded_words(question.spelt)
    if not words or asks_for_help(words):
        return False
    if question.asked and says_nothing_but_whom(question):
        return True
    if question.asked:
        return sets_beside_the_last(question) or (len(words) <= _SHORT and not _AS_WELL.isdisjoint(words))
    asks_on = question.intent == "help" or not question.asks.isdisjoint({"reason", "change"})
    of_what_was_said = points_back(words) or asks_for_the_source(words) or asks_for_others(words)
    return len(words) <= _ELLIPTIC or asks_on or of_what_was_said


def sets_beside_the_last(question: Question) -> bool:
    """Whether a question asks how somebody compares with whom was asked about before ("more than at Amazon?")."""
    words = folded_words(question.spelt)
    place = next((place for place, word in enumerate(words) if word in _THAN), len(words))
    if len(question.subjects) != 1 or not place < len(words) <= _SHORT:
        return False
    return SMALL.issuperset(words[:place]) or (place == 1 and words[1] not in VERSUS)


def says_nothing_but_whom(question: Question) -> bool:
    """Whether a question is a name alone, or asks what somebody says and not of what."""
    if question.metrics or question.topics or question.unnamed or question.periods or question.amounts:
        return False
    rest = folded_words(question.wording)
    return not rest or (question.asks == {"view"} and len(rest) <= _SHORT and SMALL.issuperset(rest))


def follow_up(question: Question, last: Question) -> Question:
    """`question` completed from `last`, where it continues; otherwise `question` itself."""
    return completed(question, last) if continues(question) else question


def completed(question: Question, last: Question) -> Question:
    """`question` with what it leaves out taken over from `last`."""
    topics = () if "change" in question.asks and (question.metrics or last.metrics) else question.topics
    says = bool(question.metrics or topics or question.unnamed)
    asked = bool(question.asked)
    merged = replace(
        question,
        after=_kept(question, last),
        subjects=question.subjects if asked else last.subjects,
        speakers=question.speakers if asked else last.speakers,
        people=question.people if asked else last.people,
        metrics=question.metrics or (() if topics else last.metrics),
        topics=topics or (() if question.metrics else last.topics),
        unnamed=question.unnamed if says else last.unnamed,
        not_understood=question.not_understood if says else last.not_understood,
        named_by=question.named_by or last.named_by,
        periods=question.periods or last.periods,
        amounts=question.amounts or (() if says or asked else last.amounts),
        asks=question.asks | _asks_kept(question, last),
    )
    return replace(merged, intent=_intent(merged))


def _kept(question: Question, last: Question) -> str:
    """What a question takes over, in words."""
    if question.asked and not (question.metrics or question.topics or question.unnamed or question.periods):
        return f"{last.after} {last.wording or last.spelt}".strip()[-LONGEST_QUESTION:]
    subjects = () if question.asked else (*last.subjects, *last.speakers)
    metrics = () if question.metrics or question.topics else last.metrics[:1]
    return " ".join((*subjects, *metrics)).replace("-", " ")


def _asks_kept(question: Question, last: Question) -> frozenset[Cue]:
    """What for the question asks as the last one did: whoever names another firm asks the same of it."""
    if "reason" in question.asks or _IN_MONEY.search(question.spelt.casefold()):
        return frozenset()
    return last.asks & ({"change", "reason"} if says_nothing_but_whom(question) else {"change"})


def _intent(question: Question) -> Intent:
    if len(question.subjects) > 1:
        return "comparison"
    if question.asked and question.metrics:
        return "figure"
    return "overview" if question.names_something or question.periods else question.intent
