"""What makes a value none: the reasons that the types refuse with, and how they are found again.

The types are validated by pydantic, which carries an error's own exception along; what pydantic itself refuses is told
in the few words that can come of what a person types.
"""

from typing import Final

from pydantic import ValidationError

from knowledge.reason import Reason, Reasons

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    # texts
    "no_language": (
        "a text needs at least one language, 'en' or 'de'",
        "ein Text braucht mindestens eine Sprache, Englisch oder Deutsch",
    ),
    "too_long": ("String should have at most {} characters", "der Text darf höchstens {} Zeichen lang sein"),
    "too_short": ("String should have at least {} characters", "der Text muss mindestens {} Zeichen lang sein"),
    "unfit": ("{}", "der Wert passt nicht ({})"),
    # amounts
    "infinite": ("an amount is a finite number", "ein Betrag ist eine endliche Zahl"),
    "ends_and_bound": ("an amount bounded '{}' has {}, not {} and {}", "ein Betrag mit „{}“ hat {}, nicht {} und {}"),
    "low_only": ("a low end only", "nur ein unteres Ende"),
    "high_only": ("a high end only", "nur ein oberes Ende"),
    "low_below_high": ("a low end below its high end", "ein unteres Ende unter dem oberen"),
    "same_ends": ("the same number at both ends", "an beiden Enden dieselbe Zahl"),
    "bound_exact": ("exact", "genau"),
    "bound_about": ("about", "rund"),
    "bound_almost": ("almost", "fast"),
    "bound_at_least": ("at_least", "mindestens"),
    "bound_more_than": ("more_than", "mehr als"),
    "bound_up_to": ("up_to", "bis zu"),
    "bound_range": ("range", "von … bis"),
    # periods
    "no_day": ("a period needs a first or a last day", "ein Zeitraum braucht einen ersten oder letzten Tag"),
    "ends_before": ("the period '{}' ends before it starts", "der Zeitraum „{}“ endet, bevor er beginnt"),
    "both_days": (
        "a {} has a first and a last day",
        "ein Zeitraum der Art „{}“ hat einen ersten und einen letzten Tag",
    ),
    "other_end": (
        "a {} starting on {} does not end on {}",
        "ein Zeitraum der Art „{}“, der am {} beginnt, endet nicht am {}",
    ),
    "no_calendar": ("no calendar {} starts on {}", "im Kalender beginnt kein Zeitraum der Art „{}“ am {}"),
    "kind_year": ("year", "Jahr"),
    "kind_half": ("half", "Halbjahr"),
    "kind_quarter": ("quarter", "Quartal"),
    "kind_month": ("month", "Monat"),
    "kind_week": ("week", "Woche"),
    "kind_day": ("day", "Tag"),
    "kind_fiscal_year": ("fiscal_year", "Geschäftsjahr"),
    "kind_fiscal_half": ("fiscal_half", "Geschäftshalbjahr"),
    "kind_fiscal_quarter": ("fiscal_quarter", "Geschäftsquartal"),
    "kind_since": ("since", "seit"),
    "kind_span": ("span", "Spanne"),
    "kind_relative": ("relative", "relativ"),
    # claims
    "has_no_amount": ("a claim measured as '{}' has no amount", "zur Art „{}“ gehört kein Betrag"),
    "needs_amount": ("a claim measured as '{}' needs an amount", "zur Art „{}“ gehört ein Betrag"),
    "measure_level": ("level", "Betrag"),
    "measure_change": ("change", "Veränderung"),
    "measure_share": ("share", "Anteil"),
    "measure_ratio": ("ratio", "Verhältnis"),
    "measure_count": ("count", "Anzahl"),
    "measure_statement": ("statement", "keine Zahl, eine Aussage"),
    "needs_metric": ("a figure needs its metric", "eine Zahl braucht ihre Kennzahl"),
    "of_what": (
        "only a share or a ratio has an 'of'",
        "nur ein Anteil oder ein Verhältnis hat ein Ganzes, auf das er sich bezieht",
    ),
    "share_of_what": ("a share needs its 'of'", "ein Anteil braucht das Ganze, auf das er sich bezieht"),
    "not_in_quote": ("the quote does not hold '{}' at {}", "im Zitat steht „{}“ nicht an Stelle {}"),
    "no_quote": (
        "a claim without its quote is retired, and has no context",
        "eine Aussage ohne Zitat ist zurückgezogen und hat keinen Kontext",
    ),
    "retired_why": (
        "a retired claim has a reason, and no other has one",
        "eine zurückgezogene Aussage hat eine Begründung, und keine andere hat eine",
    ),
    "doubted": (
        "only a proposed claim has a proposer's doubts",
        "nur eine vorgeschlagene Aussage hat offene Zweifel",
    ),
}

why: Final = Reasons(_PHRASES)
"""Why a value is none; the names of bounds, kinds and measures besides."""

_BY_TYPE: Final = {"string_too_long": ("too_long", "max_length"), "string_too_short": ("too_short", "min_length")}


class Unfit(ValueError):
    """A value that cannot be; raised by validators alone, where pydantic collects it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason


def reason_of(error: ValidationError) -> Reason:
    """Why the first part that does not fit does not."""
    first = error.errors(include_url=False)[0]
    context = first.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Unfit):
        return cause.reason
    if first["type"] in _BY_TYPE:
        key, limit = _BY_TYPE[first["type"]]
        return why(key, context[limit])
    return why("unfit", first["msg"].removeprefix("Value error, "))
