"""What a question's small words ask for: a reason, a quantity, a change, what was said before, or help.

Cues decide no subject and no figure; they order what answers and shut out what cannot.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.question import Cue
from bot.words import CHANGE_WORDS, GREETINGS, SMALL, VERSUS, word_set
from knowledge.claim import Status

_REASON: Final = word_set(
    """why warum wieso weshalb weswegen wodurch woran wozu wofür worin reason reasons cause causes caused driving drove
    driven purpose grund gründe ursache zweck"""
)
_QUANTITY: Final = re.compile(
    r"\b(how (much|many|often|big|high|large)|wie ?viele?|wie (hoch|oft|groß|gross|häufig)|what (share|percentage)"
    r"|welche[rn]? (anteil|summe|betrag))\b"
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
_WHOLE: Final = word_set(
    """combined together altogether total collectively jointly overall insgesamt zusammen gemeinsam zusammengenommen
    gesamt"""
)
_COUNT: Final = re.compile(
    r"\b(how many|wie ?viele)\s+(?!times\b|mal\b)"
    r"(?!(billion|million|trillion|bn|percent|dollar|us|usd|euro|milliard|mrd|mio|prozent))"
)
_SIDE_BY_SIDE: Final = VERSUS | word_set(
    "and und or oder against sowie both beide beiden as wie than als side nebeneinander each jeweils"
)
_LISTING: Final = frozenset(",&/;+")
_RATE: Final = re.compile(r"\b(how (fast|quickly|strongly)|by how (much|many)|wie (stark|schnell)|um wie ?viel)\b")
_VIEW: Final = word_set(
    """say says said saying tell told think thinks thought believe believes believed opinion opinions view views take
    comment comments comments argue argues argued claim claims claimed according sagen sagt sagte gesagt meinen meint
    meinte meinung denken denkt dachte glauben glaubt glaubte hält halten hielt äußern äußert äußerte laut zufolge
    ansicht findet finden fand selbst itself himself herself sceptical skeptical doubtful worried concerned critical
    criticise criticises criticize criticizes optimistic pessimistic skeptisch besorgt kritisch kritisieren kritisiert
    optimistisch pessimistisch"""
)
_STATUSES: Final[Mapping[frozenset[Status], frozenset[str]]] = {
    frozenset({"actual"}): word_set("actual actuals actually reported really tatsächlich tatsächliche bisher wirklich"),
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
_BACK: Final = word_set(
    """it its this them they their he his she her davon darauf daran darin damals dafür dazu darüber damit danach das
    dies es ihr ihre sein seine dort denen"""
)
_BEFORE_THAT: Final = word_set("is was does did to than")
"""Words before a "that" that points back in the same way."""
_THAT: Final = word_set("of about for with why money driving drove behind caused led happen happened")
"""Beside one of these "that" points back, and is no conjunction."""
_SOURCE: Final = word_set(
    """source sources says said thinks whose whom wem according article articles quelle quellen sagt sagte gesagt
    glaubt meint behauptet behauptete wessen artikel woher citation beleg"""
)
_OF_WHAT_WAS_SAID: Final = _SOURCE | word_set(
    """who that to so it von wem dass dazu this is the does which where from what number figure claim comes come
    your wer das es hat die denn den was ist kommt stammt zahl angabe aus welchem welcher in dein deine
    calculation estimate forecast view rechnung schätzung prognose"""
)
_HELP: Final = (
    word_set(
        """bot help helfen hilfe hilf ask asking fragen frage questions question work works working funktioniert
    funktionierst kannst can könntest commands befehle morning evening afternoon day good guten gute tag morgen abend
    servus grüß grüezi danke thanks thx cheers who bist are wer was what kind sort womit wobei welche things wie how
    do does you du mir me i ich dich the this is to der die use benutze bedienen start los there zusammen all alle"""
    )
    | GREETINGS
)
_CLEAR_HELP: Final = (
    word_set(
        """bot help helfen hilfe hilf commands befehle morning evening guten good danke thanks thx funktioniert
    funktionierst questions fragen question"""
    )
    | GREETINGS
)


def cues_of(text: str, words: Collection[str], rest: Collection[str]) -> frozenset[Cue]:
    """What a case-folded text asks for, by its folded words and by those of them in no period and no amount."""
    found: dict[Cue, bool] = {
        "reason": asks_why(text, words),
        "amount": asks_how_much(text),
        "change": asks_for_change(text, rest),
        "view": asks_for_a_view(words),
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


def points_back(words: Sequence[str]) -> bool:
    """Whether a word stands for something said before."""
    if not _BACK.isdisjoint(words) or ("that" in words and not _THAT.isdisjoint(words)):
        return True
    return any(word == "that" and before in _BEFORE_THAT for before, word in pairwise(words))


def asks_for_the_source(words: Collection[str]) -> bool:
    """Whether it is asked again, of what was just answered, who says so or where it stands."""
    return _OF_WHAT_WAS_SAID.issuperset(words) and not _SOURCE.isdisjoint(words)


def asks_for_help(words: Collection[str]) -> bool:
    """Whether these words, which name nothing, greet or ask what can be asked."""
    return all(word in _HELP or word in SMALL for word in words) and not _CLEAR_HELP.isdisjoint(words)
