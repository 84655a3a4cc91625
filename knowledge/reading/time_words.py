"""The words of time in both languages: months, weekdays, ordinals, units, and this, last, next.

Only words; what they mean on a day is decided where they are read.
"""

from knowledge.reading.phrases import Phrases, words
from knowledge.reading.tokens import Tokens

_ENDINGS = ("e", "es", "er", "en", "em")


def _inflected(*stems: str) -> list[str]:
    return [stem + ending for stem in stems for ending in _ENDINGS]


_MONTH_NAMES = (
    "january jan jan. januar jänner jän",
    "february feb feb. februar feber",
    "march mar mar. märz mär mrz",
    "april apr apr.",
    "may mai",
    "june jun jun. juni",
    "july jul jul. juli",
    "august aug aug.",
    "september sep sep. sept sept.",
    "october oct oct. oktober okt okt.",
    "november nov nov.",
    "december dec dec. dezember dez dez.",
)
_WEEKDAY_NAMES = (
    "monday montag montags",
    "tuesday dienstag dienstags",
    "wednesday mittwoch mittwochs",
    "thursday donnerstag donnerstags",
    "friday freitag freitags",
    "saturday samstag sonnabend samstags",
    "sunday sonntag sonntags",
)
MONTHS = Phrases({name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in words(names)})
"""Month names and abbreviations, 1 to 12."""

_TIMES_OF_DAY = ("", "abend", "morgen", "vormittag", "mittag", "nachmittag", "nacht")
WEEKDAYS = {
    f"{name}{time}": number
    for number, names in enumerate(_WEEKDAY_NAMES)
    for name in words(names)
    for time in _TIMES_OF_DAY
}
"""Weekdays, Monday 0 to Sunday 6, also with a time of day ("Dienstagabend")."""

ALSO_VERBS = frozenset(("may", "march", "mar", "jan", "dec", "sep", "sept", "apr", "okt", "dez", "aug", "jun", "jul"))
"""Month names that are other words as well, or too short to stand alone: they need a day, a year or "in"."""

ALSO_FORENAMES = frozenset(("april", "may", "june", "august"))
"""Month names that are forenames as well: before a capital letter they need a preposition."""

THIS = frozenset([*_inflected("dies", "laufend", "aktuell", "jetzig"), "this", "current"])
LAST = frozenset(
    [
        *_inflected("letzt", "vergangen", "vorig", "vorherig", "abgelaufen", "zurückliegend"),
        "last",
        "past",
        "previous",
        "prior",
    ]
)
NEXT = frozenset([*_inflected("nächst", "kommend", "folgend"), "next", "coming", "following", "upcoming"])

_ORDINALS = {
    1: ["first", "1st", *_inflected("erst")],
    2: ["second", "2nd", *_inflected("zweit")],
    3: ["third", "3rd", *_inflected("dritt")],
    4: ["fourth", "4th", *_inflected("viert")],
}
_ORDINAL_WORDS = {word: number for number, words in _ORDINALS.items() for word in words}

YEAR = frozenset(("jahr", "jahres", "jahrs", "jahre", "year"))
UNITS = {
    "year": frozenset(words("jahr jahre jahren jahres year years")),
    "quarter": frozenset(words("quartal quartale quartalen quartals quarter quarters")),
    "month": frozenset(words("monat monate monaten monats month months")),
    "week": frozenset(words("woche wochen week weeks")),
    "day": frozenset(words("tag tage tagen day days")),
    "decade": frozenset(words("jahrzehnt jahrzehnte jahrzehnten jahrzehnts decade decades dekade dekaden")),
}
"""Units of time in singular and plural."""

_PLURALS = frozenset(
    words(
        "jahre jahren years quartale quartalen quarters monate monaten months wochen weeks tage tagen days "
        "jahrzehnte jahrzehnten decades dekaden"
    )
)
HALF = frozenset(words("halbjahr halbjahres halbjahrs half jahreshälfte hj"))
QUARTER = frozenset(words("quartal quartals quarter jahresviertel"))


def turn(word: str) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next" and their kin; None for another word."""
    if word in THIS:
        return 0
    if word in LAST:
        return -1
    return 1 if word in NEXT else None


def unit_of(word: str) -> str | None:
    """The unit of time that the word names, in either number; None for another word."""
    return next((unit for unit, words in UNITS.items() if word in words), None)


def is_plural(word: str) -> bool:
    """Whether the word names several units of time."""
    return word in _PLURALS


def read_ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The ordinal at `index`, first to fourth ("zweiten", "2.", "2nd"), and the index after it."""
    token, after = tokens[index], tokens[index + 1]
    if token.kind == "word" and token.key in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[token.key], index + 1
    if token.kind != "number" or token.text not in ("1", "2", "3", "4") or after.spaced:
        return None
    return (int(token.text), index + 2) if after.text == "." or after.key in ("st", "nd", "rd", "th") else None
