"""What points back to what was just asked or answered: words that stand for it, who says so, what else there is."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from bot.words import word_set

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
    glaubt meint denkt behauptet behauptete wessen artikel woher citation beleg belege quote quotes quoted wording zitat
    zitate wortlaut wörtlich link really true sure certain reliable fact wirklich wahr sicher echt stimmt belegt
    tatsache belastbar"""
)
_OF_WHAT_WAS_SAID: Final = _SOURCE | word_set(
    """who that to so it von wem dass dazu this is the does which where from what number figure claim comes come
    your wer das es hat die denn den was ist kommt stammt zahl angabe aus welchem welcher in dein deine
    calculation estimate forecast view rechnung schätzung prognose when was wann war how wie or oder a an eine ein fact
    actual guess exact exactly genau genaue original show me zeig zeige mir has have you do got there any gibt dafür
    can i see kann ich sehen bist du dir are"""
)
_WHEN: Final = word_set("when wann")
_ELLIPTIC: Final = 2
"""Words that ask when in general; more of these ask when what was answered was said."""
_OTHERS: Final = word_set(
    """else other others another more further noch weitere weiteren weiterer weiteres sonst andere anderen anderer
    anderes"""
)
_BESIDE_OTHERS: Final = _OTHERS | word_set(
    """and what who is there any anything anyone anybody the s are do does did say says said think thinks to add on it
    that this one ones forecast forecasts estimate estimates figure figures number numbers view views opinion opinions
    source sources und was wer gibt es dazu davon die der das dem den sagt sagen meint meinen ist sind eine einen ein
    zahl zahlen prognose prognosen schätzung schätzungen meinung meinungen stimme stimmen quelle quellen how about have
    you got hast du zum thema me tell mehr"""
)


def points_back(words: Sequence[str]) -> bool:
    """Whether a word stands for something said before."""
    if not _BACK.isdisjoint(words) or ("that" in words and not _THAT.isdisjoint(words)):
        return True
    return any(word == "that" and before in _BEFORE_THAT for before, word in pairwise(words))


def asks_for_the_source(words: Collection[str]) -> bool:
    """Whether it is asked again, of what was just answered, who says so, when, in which words, or whether it is so."""
    dated = len(words) > _ELLIPTIC and not _WHEN.isdisjoint(words)
    return _OF_WHAT_WAS_SAID.issuperset(words) and (dated or not _SOURCE.isdisjoint(words))


def asks_for_others(words: Collection[str]) -> bool:
    """Whether it is asked what there is besides what was just answered."""
    return _BESIDE_OTHERS.issuperset(words) and not _OTHERS.isdisjoint(words)
