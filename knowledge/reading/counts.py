"""Bare numbers: which of them count things, and which are no amount at all.

A scale or grouped thousands make a count ("300 Millionen Arbeitsplätze", "12.000 Produkte"); a small number needs a
bound and a thing ("mehr als 500 Produkte"), or stands before people, jobs or chips. Years, spans of time and physical
measures never are counts. The thing belongs to the amount's words only where they were no count without it.
"""

from knowledge.reading.figures import is_year
from knowledge.reading.phrases import words
from knowledge.reading.reading import Reading
from knowledge.reading.things import is_counted, is_ranked
from knowledge.reading.tokens import Token, Tokens

_TIME = (
    "sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten quartal "
    "quartale quartalen jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten uhr second seconds minutes hour hours "
    "day days week weeks month months quarter quarters year years decade decades am pm"
)
_MEASURES = (
    "km m cm mm nm meter metern kilometer kilometern meilen miles feet kg g t tonne tonnen tons tonnes w kw mw gw "
    "tw wh kwh mwh gwh twh watt kilowatt megawatt gigawatt terawatt kilowattstunden megawattstunden "
    "gigawattstunden terawattstunden kb mb gb tb pb gigabyte terabyte petabyte megabyte hz mhz ghz grad degrees "
    "prozentpunkte prozentpunkten percentage basispunkte basispunkten basis bps punkt punkte punkten point points "
    "flops acre acres hektar hectare hectares barrel barrels fass square quadrat kubik sqm gallons gallonen"
)
_MEASURE_ENDINGS = (
    "meter",
    "metern",
    "meters",
    "metres",
    "gramm",
    "watt",
    "stunden",
    "byte",
    "bytes",
    "liter",
    "litern",
    "hertz",
)
_FUNCTION_WORDS = (
    "und oder in im auf an am von vom zu zum zur bei mit für aus nach bis als war waren ist sind hat haben wird "
    "werden wurde wurden der die das den dem des ein eine einen einer einem er sie es ich wir nicht and or on at "
    "of to by for from as is are was were has have had will the a an with than that this it he she we they not per "
    "pro je million millionen milliarde milliarden billion billionen trillion mio mrd"
)
_NO_THINGS = frozenset(words(f"{_TIME} {_MEASURES}"))
_CLOSING_WORDS = frozenset(words(f"{_FUNCTION_WORDS} this last next year dieses diesem jahr"))
_NOT_NAMING = _NO_THINGS | frozenset(words(_FUNCTION_WORDS))


def is_count(tokens: Tokens, reading: Reading, *, bounded: bool) -> bool:
    """Whether a reading without unit counts things."""
    following = tokens[tokens.past_hyphen(reading.end)]
    if _measures(following) or following.text in ("°", "'", '"') or _is_in_a_series(tokens, reading):
        return False
    return reading.marked or _counts_plainly(tokens, reading) or (bounded and _counts_something(tokens, reading))


def with_thing(tokens: Tokens, reading: Reading, *, bounded: bool) -> Reading:
    """The count with its thing, where the number alone would be none: "1156 Mitarbeiter", "100K H100s"."""
    by_letter = tokens[reading.end - 1].key in ("k", "m") and is_counted(tokens, reading.end)
    bare = not reading.marked and not bounded
    return reading._replace(end=reading.end + 1) if by_letter or bare else reading


def names_nothing(tokens: Tokens, index: int) -> bool:
    """Whether no thing stands at `index` that a number before it could count: a mark, a function word, or no word."""
    token = tokens[index]
    return token.kind in ("break", "mark") or token.key in _CLOSING_WORDS


def _measures(token: Token) -> bool:
    """Whether the word is a span of time or a physical measure, "Quadratmeter" and "Kilowattstunden" among them."""
    ends = token.key.endswith(_MEASURE_ENDINGS) and "parameter" not in token.key
    return token.key in _NO_THINGS or ends


def _counts_plainly(tokens: Tokens, reading: Reading) -> bool:
    """As in "1156 Mitarbeiter": digits, no year, right before people, jobs or chips."""
    last = tokens[reading.end - 1]
    plain = last.kind == "number" and not is_year(last.text) and not is_ranked(tokens, reading.start)
    return plain and is_counted(tokens, reading.end)


def _counts_something(tokens: Tokens, reading: Reading) -> bool:
    """Whether a thing follows a small number, or the text ends with it."""
    first = tokens[reading.end - 1]
    if first.kind != "number" or is_year(first.text):
        return False
    following = tokens[reading.end]
    if following.kind == "break":
        return reading.end >= len(tokens)
    return following.kind == "word" and following.key not in _NOT_NAMING


def _is_in_a_series(tokens: Tokens, reading: Reading) -> bool:
    """Whether more digits stand beside it, as in a telephone number."""
    before, after = tokens[reading.start - 1], tokens[reading.end]
    if after.kind == "number" or (tokens.is_hyphen(reading.end) and tokens[reading.end + 1].kind == "number"):
        return True
    glued = not tokens[reading.start].spaced and before.text in ("+", "-", "/")
    bracketed = tokens[reading.start].text == "("
    scaled = tokens[reading.end - 1].kind != "number"  # "im Jahr 2024 33 Mrd.", "Q2 24 64.6 bn"
    return (before.kind == "number" and not bracketed and not scaled) or (glued and reading.end - reading.start == 1)
