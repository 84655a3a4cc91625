"""What a question's small words ask for: a reason, a quantity, a change, a time, a view.

Cues decide no subject and no figure; they order what answers and shut out what cannot.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

from bot.question import Cue
from bot.words import CHANGE_WORDS, VERSUS, word_set
from knowledge.claim import Status

_REASON: Final = word_set(
    """why warum wieso weshalb weswegen wodurch woran wozu wofür worin reason reasons cause causes caused driving drove
    driven purpose grund gründe ursache zweck"""
)
_QUANTITY: Final = re.compile(
    r"\b(how (much|many|often|big|high|large)|in dollars?|wie ?viele?|wie (hoch|oft|groß|gross|häufig)"
    r"|what (share|percentage)|welche[rn]? (anteil|summe|betrag)"
    r"|(what|was) (does|do|did|would|will|kostet|kostete|kosten|zahlt|zahlte)"
    r"(?=[^?]*\b(pay|cost|charge|kostet|kostete|kosten|zahlt|zahlte)\b))\b"
)
_PURPOSE: Final = re.compile(r"\b(what|which|who|whom|where)\b.*\b(for|on|into)\W*$")
_HOW_COME: Final = re.compile(
    r"\bhow come|\bbecause of what\b|\bwhat(?:'s| is| was) behind\b|\bin what way\b|\binwiefern\b"
)
_PERCENT: Final = re.compile(
    r"\b(how many percent|what percent(age)?|in percent|percentage|wie ?viele? prozent|in prozent|prozentual)\b"
)
_RATIO: Final = re.compile(
    r"\b(per|pro|je|for (each|every)) (eingenommene[nmr]? |earned )?(dollar|euro|\$|user|nutzer|kunde)"
)
_OF_WHICH_KIND: Final = re.compile(
    r"\b(?:which|what|welche[rsnm]?|how (?:many|much)|wie ?viele?)\s+"
    r"(?:(?:more|other|different|[^\W\d]{3,}(?:an|ese|ish|ische[nrs]?)) )*(\w+)"
)
_DURATION: Final = re.compile(r"\b(?:how long|wie lange?)\b")
_TIME: Final = re.compile(
    r"^(?:(?:and|und|so|but|aber|ok|also) )?(?:(?:until|till|by|since|from|bis|seit|ab) )?"
    r"(?:when(?:'s| (?:exactly |roughly )?"
    r"(?:is|are|was|were|will|would|did|does|do|has|have|had|can|could|should|might))"
    r"|wann|in (?:what|which|welchem) (?:year|jahr)|what (?:year|date)|on (?:what|which) (?:day|date)|an welchem tag)\b"
    r"|\b(?:when|wann)\W*$"
)
"""When as what is asked; "when the shares fell, ..." tells a time and asks for none."""
_WHOLE: Final = word_set(
    """combined together altogether total collectively jointly overall insgesamt zusammen gemeinsam zusammengenommen
    gesamt"""
)
_COUNT: Final = re.compile(
    r"\b(how old|wie alt|wie ?vielen jahren)\b"
    r"|\b(how many|wie ?viele)\s+(?!(times|mal|do|does|did|is|are|of)\b)"
    r"(?!(billion|million|trillion|bn|percent|dollar|us|usd|euro|milliard|mrd|mio|prozent))"
)
_SIDE_BY_SIDE: Final = VERSUS | word_set(
    "and und or oder against sowie both beide beiden as wie than als side nebeneinander each jeweils"
)
_LISTING: Final = frozenset(",&/;+")
_RATE: Final = re.compile(
    r"\b(how (fast|quickly|strongly)|by (how|what|which) (much|many|percent\w*|amount)"
    r"|how much (was|were|is|are)\b.*\b(up|down)|on the year|year[- ]on[- ]year|wie (stark|schnell)|um wie ?viel"
    r"|um welche[nrs]? (prozentsatz|betrag|anteil|prozent))\b"
)
_VIEW: Final = word_set(
    """say says said saying tell told think thinks thought believe believes believed opinion opinions view views take
    comment comments comments argue argues argued claim claims claimed according sagen sagt sagte gesagt meinen meint
    meinte meinung denken denkt dachte glauben glaubt glaubte hält halten hielt äußern äußert äußerte laut zufolge
    ansicht findet finden fand selbst itself himself herself sceptical skeptical doubtful worried concerned critical
    criticise criticises criticize criticizes optimistic pessimistic skeptisch besorgt kritisch kritisieren kritisiert
    optimistisch pessimistisch"""
)
_STATUSES: Final[Mapping[frozenset[Status], frozenset[str]]] = {
    frozenset({"actual"}): word_set(
        """actual actuals actually reported really tatsächlich tatsächliche bisher wirklich now currently jetzt derzeit
        momentan"""
    ),
    frozenset({"guidance"}): word_set("guidance guide guided guiding"),
    frozenset({"plan", "guidance"}): word_set("plan plans planned planning plant planen geplant will wants"),
    frozenset({"guidance", "forecast", "estimate"}): word_set(
        "expect expects expected expecting erwarten erwartet erwartete erwarteten"
    ),
    frozenset({"forecast", "estimate"}): word_set(
        """forecast forecasts forecasted projection projections projected predicted prediction estimate estimates
        estimated prognose prognosen prognostiziert vorhergesagt vorhersage schätzung schätzungen geschätzt"""
    ),
}
_PAST: Final = word_set("did was were spent has had hat hatte war waren ausgegeben investierte gab kam")


def cues_of(text: str, words: Collection[str], rest: Collection[str]) -> frozenset[Cue]:
    """What a case-folded text asks for, by its folded words and by those of them in no period and no amount."""
    found: dict[Cue, bool] = {
        "reason": asks_why(text, words),
        "amount": asks_how_much(text),
        "change": asks_for_change(text, rest),
        "view": asks_for_a_view(words),
        "time": asks_when(text),
        "count": asks_for_a_count(text),
        "percent": asks_for_percent(text),
        "ratio": asks_for_ratio(text),
        "whole": asks_for_the_whole(words),
    }
    return frozenset(cue for cue, asked in found.items() if asked)


def asks_why(text: str, words: Collection[str]) -> bool:
    """Whether a reason or a purpose is asked for."""
    return not _REASON.isdisjoint(words) or any(asks.search(text) for asks in (_PURPOSE, _HOW_COME))


def statuses_of(words: Collection[str]) -> frozenset[Status]:
    """The statuses that are asked for: by their names, else what is actual for a question about what was."""
    found = [statuses for statuses, names in _STATUSES.items() if not names.isdisjoint(words)]
    if not found and not _PAST.isdisjoint(words) and not asks_for_a_view(words):
        return frozenset({"actual"})
    return frozenset().union(*found)


def asks_for_a_view(words: Collection[str]) -> bool:
    """Whether it is asked what somebody says or thinks."""
    return not _VIEW.isdisjoint(words)


def asks_how_much(text: str) -> bool:
    """Whether an amount is asked for, which a sentence without one does not answer."""
    return _QUANTITY.search(text) is not None


def kind_asked_for(text: str) -> str | None:
    """The word behind "which" or "how many", which says what kind of thing is asked for."""
    found = _OF_WHICH_KIND.search(text)
    return found[1] if found else None


def asks_when(text: str) -> bool:
    """Whether a time is asked for, which a claim that tells none does not answer."""
    return _TIME.search(text) is not None or _DURATION.search(text) is not None


def asks_for_a_count(text: str) -> bool:
    """Whether things are to be counted, which an amount of money does not answer."""
    return _COUNT.search(text) is not None


def asks_for_percent(text: str) -> bool:
    """Whether the answer is wanted in percent."""
    return _PERCENT.search(text) is not None


def asks_for_ratio(text: str) -> bool:
    """Whether one amount is wanted for each unit of another."""
    return _RATIO.search(text) is not None


def asks_for_the_whole(words: Collection[str]) -> bool:
    """Whether those who are named are asked about as one."""
    return not _WHOLE.isdisjoint(words)


def sets_side_by_side(text: str, words: Collection[str]) -> bool:
    """Whether several names are asked about one after the other, and not in their relation."""
    return not _SIDE_BY_SIDE.isdisjoint(words) or not _LISTING.isdisjoint(text)


def asks_for_change(text: str, words: Collection[str]) -> bool:
    """Whether a change is asked for instead of a level."""
    return _RATE.search(text) is not None or not CHANGE_WORDS.isdisjoint(words)
