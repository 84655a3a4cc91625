"""The readings of a question, the most literal first: the first one that finds claims is the answer.

Who asks what Zuckerberg spends means Meta (who asks what he says does not), and who asks for the hyperscalers' capex is
served by that of each where nobody sums them up. A follow-up keeps of the question before it as much as still has an
answer. A further reading is tried only where the one before it finds nothing, and keeps every word of the text to be
accounted for.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.follow_up import completed, sets_beside_the_last
from bot.names import Names
from bot.pointing import asks_for_the_source
from bot.question import Cue, Question
from bot.stepping import about_that_time, stepped
from bot.words import ASKING, GENERIC, word_set
from knowledge.claim import Status
from knowledge.folding import folded_words

_HOW_OLD: Final = re.compile(
    r"\b(?:how old|how long|how many years|after how many|wie alt|wie lange?|wie ?viele[nr]? jahren?)\b"
)
"""What an amount is a mark for, and no answer to."""
_OF_AN_AMOUNT: Final = re.compile(r"\b(?:of|out of|von|aus)\b[^,?]*\d")
_AROUND: Final = re.compile(r"\b(?:around|about|near|rund um|etwa|um den|gegen|herum)\b")
_FEWEST: Final = 3
"""Words of a question that asks something of its own."""

_APART: Final = re.compile(r"\b(?:each|jeweils|individually|einzeln|next to each other|side by side|nebeneinander)\b")
_EARNING: Final = word_set("earn earns earned earnings salary verdient verdienen verdiente verdienst gehalt")
_NOW: Final = word_set(
    "now today currently present presently nowadays jetzt heute momentan derzeit aktuell gegenwärtig"
)
_AHEAD: Final[frozenset[Status]] = frozenset({"forecast", "guidance", "plan"})
_STEPPING: Final = word_set("earlier later preceding prior following previous früher später darauf drauf zuvor davor")
_DAY: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_THAN: Final = word_set("than als compared verglichen")
_AGAINST: Final = re.compile(
    r"\b(?:up|down|on|over|from|versus|vs|against|gegenüber(?: de[mr])?|zum|compared (?:to|with)) (?:the )?"
    r"(?:(?:day|month|quarter|half|year) before|(?:previous|prior) (?:day|month|quarter|half|year)"
    r"|vor(?:tag|monat|quartal|jahr))"
)
"""What a change is told against: the period itself stays the last one."""


def readings(question: Question, names: Names) -> Iterator[Question]:
    """The question itself, then of its people as such, then with their firms and the members of its groups instead.

    Who is asked about as a whole and is a group together is that group first, and at last in any case.
    """
    earning = _earning(question, names)
    if earning:
        yield earning
        return
    group = names.group_of(question.subjects)
    together = (replace(question, subjects=(group,), intent="overview"),) if group else ()
    members = _instead(question.subjects, names.members_of) if question.metrics else ()
    apart = (replace(question, subjects=members, intent="comparison"),) if members else ()
    small = question.spelt.casefold()
    if question.amounts and _HOW_OLD.search(small):
        yield replace(question, amounts=())
    if "whole" in question.asks:
        yield from together
    if _APART.search(small):
        yield from apart
    yield question
    if "whole" not in question.asks:
        yield from together
    if "view" not in question.asks:
        yield from _related(question, names)
    yield from apart
    yield from _less_bound(question, small)


def _less_bound(question: Question, small: str) -> Iterator[Question]:
    """The question without an amount that is only counted up to or parted, at a time less strictly taken."""
    parted = question.metrics and "amount" in question.asks and _OF_AN_AMOUNT.search(small)
    if question.amounts and ("count" in question.asks or parted):
        yield replace(question, amounts=())
    about = about_that_time(question.periods) if _AROUND.search(small) else ()
    if about:
        yield replace(question, periods=about)
    if question.periods and all(one.period.kind == "relative" and one.period.end is None for one in question.periods):
        yield replace(question, periods=())  # "the coming years" are those that a claim is of


def _earning(question: Question, names: Names) -> Question | None:
    """What people earn themselves, where that is asked of some: it is not what their firms do."""
    people = tuple(one for one in (*question.subjects, *question.speakers) if names.firm_of(one))
    if not people or "view" in question.asks or _EARNING.isdisjoint(question.named_by):
        return None
    return replace(question, subjects=people, speakers=(), asks=question.asks - {"relation"})


def _related(question: Question, names: Names) -> Iterator[Question]:
    """Who speaks, in relation to those spoken of, then with firms in place of their people."""
    if question.subjects and question.speakers:
        related = (*question.subjects, *question.speakers)
        yield replace(question, subjects=related, speakers=(), asks=question.asks | {"relation"})
    firms = _instead((*question.subjects, *question.speakers), names.firm_of)
    if firms:
        relation: frozenset[Cue] = frozenset({"relation"} if len(firms) > 1 else ())
        yield replace(question, subjects=firms, speakers=(), people=(), asks=question.asks - {"relation"} | relation)


def readings_after(question: Question, last: Question, names: Names) -> Iterator[Question]:
    """The question as a follow-up to `last`: first as said by whom that one was about, at the end about whom alone."""
    words = folded_words(question.spelt)
    if last.asked and question.metrics and names.generic(GENERIC).issuperset(question.subjects):
        question = replace(question, subjects=())  # everything is about AI
    if asks_for_the_source(words):
        yield last
    last = _of_the_time(question, words, last)
    question = _moved(question, words, last)
    if sets_beside_the_last(question):
        yield _beside(question, last)
    for near in question.near:
        one = names.among_its_people(near.subjects, last.subjects)
        if one:
            yield completed(replace(question, near=(), subjects=(one,)), last)
            yield completed(replace(question, near=(), subjects=(one,)), replace(last, metrics=(), periods=()))
    whole = completed(question, last)
    if question.subjects and last.speakers and not question.speakers and not any(map(names.speaks, question.subjects)):
        yield replace(whole, speakers=last.speakers, people=last.people)
    yield whole
    if not question.asked and last.subjects and last.speakers:
        yield replace(whole, subjects=())
    yield from _with_less(question, whole, last)


def _with_less(question: Question, whole: Question, last: Question) -> Iterator[Question]:
    """The whole without what is left of the last question beside new words, beside a new name, at its time, at all."""
    if question.unnamed and not question.metrics:
        yield replace(whole, metrics=(), named_by=question.named_by)
    if (question.asked or question.periods) and not (question.metrics or question.topics or question.unnamed):
        yield replace(whole, unnamed=(), not_understood=())
    if last.periods and not question.periods and (question.metrics or question.topics or question.unnamed):
        yield replace(whole, periods=())
    if question.asked and last.metrics and not question.periods and (about := about_that_time(last.periods)):
        yield replace(whole, periods=about)
    if question.named_by and last.metrics and not (question.asked or set(question.metrics) & set(last.metrics)):
        yield replace(whole, metrics=last.metrics, unnamed=question.named_by, not_understood=question.named_by)
    if "reason" in question.asks or not (question.names_something or question.unnamed or question.periods):
        yield replace(whole, metrics=(), topics=(), named_by=question.named_by, unnamed=(), not_understood=())


def _beside(question: Question, last: Question) -> Question:
    """Whom the question names and whom the last one was about, side by side."""
    subjects = tuple(dict.fromkeys((*last.subjects, *question.subjects)))
    bare = replace(question, unnamed=(), not_understood=())
    return replace(completed(bare, last), subjects=subjects, intent="comparison")


def with_whom_alone(question: Question, last: Question) -> Question | None:
    """A follow-up that asks something of its own, with nothing taken over but whom it is about ("who built it?")."""
    words = folded_words(question.spelt)
    own = len(words) >= _FEWEST and not ASKING.isdisjoint(words) and not asks_for_the_source(words)
    figure = question.metrics or question.periods or question.amounts or question.asks & {"amount", "change", "percent"}
    if not own or figure or question.asked or stepped(question.spelt.casefold(), last.periods) or not last.asked:
        return None
    return completed(
        question, replace(last, metrics=(), topics=(), periods=(), named_by=(), unnamed=(), not_understood=())
    )


def _instead(subjects: Iterable[str], others_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The subjects with others in the place of those that have some; empty where none has."""
    subjects = tuple(subjects)
    found = tuple(dict.fromkeys(other for one in subjects for other in others_of(one) or (one,)))
    return found if found != subjects else ()


def _of_the_time(question: Question, words: Collection[str], last: Question) -> Question:
    """The last question, of no time any more where how it is now or will be is asked instead."""
    instead = question.statuses & _AHEAD and not last.statuses & _AHEAD
    now = _asks_for_now(words)
    return replace(last, periods=()) if now or (instead and not question.periods) else last


def _asks_for_now(words: Collection[str]) -> bool:
    return not _NOW.isdisjoint(words)


def _moved(question: Question, words: Collection[str], last: Question) -> Question:
    """The question, of the period that it reaches by a step from the last one; a year that it names goes before."""
    small = question.spelt.casefold()
    if question.periods and any(map(str.isdigit, small)):
        return question
    if _asks_for_now(words):
        return replace(question, periods=(), statuses=frozenset({"actual"}))
    if _AGAINST.search(small):
        return replace(question, periods=(), asks=question.asks | {"change"})
    step = stepped(small, last.periods)
    if step is None:
        return question
    beside = last.periods if not _THAN.isdisjoint(words) else ()
    left = [place for place, word in enumerate(question.unnamed) if not (word in _STEPPING or _DAY.fullmatch(word))]
    return replace(
        question,
        periods=(*beside, step),
        unnamed=tuple(question.unnamed[place] for place in left),
        not_understood=tuple(question.not_understood[place] for place in left),
    )
