"""Whether a claim can be the sort of answer that is asked for, whatever it is about.

Who asks when is answered by what tells a time, who counts people by what speaks of people, who asks for percent or
counts things not by an amount of money, and who asks by how much something rose not by how much it fell.
"""

import re
from typing import Final, Literal

from bot.fitting import is_money, is_no_count
from bot.question import Cue, Question
from knowledge.claim import Claim

_OF_TIME: Final = re.compile(
    r"\d{4}|\b(?:years?|months?|days?|weeks?|quarters?|decades?|soon|long|time|timing|when|once|past|since|until|next"
    r"|last|already|yet|now|still|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*"
    r"|jahre?[ns]?|monate?n?|tage?n?|wochen?|quartale?|jahrzehnte?|bald|lange|zeit|wann|seit|bis|nächste\w*|letzte\w*"
    r"|schon|bereits|noch|jetzt|mai|juni|juli|okt\w*|dez\w*)\b",
    re.IGNORECASE,
)
"""What tells a time in a statement, however vaguely."""

_PEOPLE: Final = (
    r"people|users?|customers?|subscribers?|employees?|workers?|staff|jobs?|engineers?|developers?|persons?|menschen"
    r"|leute|personen|nutzer\w*|kunden|abonnent\w*|mitarbeiter\w*|beschäftigte\w*|angestellte\w*|arbeitspl[aä]tze\w*"
    r"|stellen|entwickler"
)
_PEOPLE_COUNTED: Final = re.compile(rf"\b(?:how many|wie ?viele)\s+(?:\w+ )?(?:{_PEOPLE})\b")
_OF_PEOPLE: Final = re.compile(rf"\b(?:{_PEOPLE}|subscriptions?|abonnements?)\b", re.IGNORECASE)

_RISING: Final = re.compile(
    r"\b(?:rise|rises|rose|risen|raise[ds]?|raising|recover\w*|gain(?:ed|s)?|climb\w*|jump\w*|grow|grew|grown"
    r"|increase[ds]?|surge[ds]?|soar\w*|pump\w*|up(?! in smoke)|plus|rauf|steig\w*"
    r"|stieg\w*|gestiegen|erhöh\w*|zugelegt|erholt\w*|gewachsen|wuchs)\b"
)
_FALLING: Final = re.compile(
    r"\b(?:fall|falls|fell|fallen|drop\w*|decline[ds]?|decrease[ds]?|cut|cuts|cutting|lower\w*|shrink|shrank|slump\w*"
    r"|plunge[ds]?|down|minus|runter|fiel\w*|fällt|gefallen|sank|sinkt|sinken|gesunken|gesenkt|senkt\w*|gekürzt|kürzt\w*|rückgang)\b"
)


_OF_A_CHANGE: Final = frozenset[Cue]({"amount", "count", "percent"})
"""What is asked for with a number, so that the other way is no answer."""


def is_of_the_sort(claim: Claim, question: Question) -> bool:
    """Whether a claim can answer what sort of thing is asked for."""
    asks, text = question.asks, question.spelt.casefold()
    if "time" in asks and not _tells_a_time(claim):
        return False
    if "percent" in asks and (claim.amount is None or is_money(claim.amount)):
        return False
    if claim.direction != "none" and asks & _OF_A_CHANGE and _way(text) not in (None, claim.direction):
        return False
    return "count" not in asks or _counts(claim, question, text)


def _counts(claim: Claim, question: Question, text: str) -> bool:
    """Whether a claim counts what is to be counted; how many dollars each one costs is no such count."""
    if _PEOPLE_COUNTED.search(text) and not _says(claim, _OF_PEOPLE):
        return False
    return "ratio" in question.asks or not (claim.amount is None or is_no_count(claim.amount))


def _tells_a_time(claim: Claim) -> bool:
    return claim.period is not None or _says(claim, _OF_TIME)


def _way(text: str) -> Literal["up", "down"] | None:
    """Which way a case-folded text says that something went; None where it says neither, or both."""
    up, down = _RISING.search(text), _FALLING.search(text)
    if bool(up) == bool(down):
        return None
    return "up" if up else "down"


def _says(claim: Claim, what: re.Pattern[str]) -> bool:
    return any(what.search(text) for text in (claim.statement.en, claim.statement.de) if text)
