"""Amounts as a person writes them: "US$35–40 bn", "35–40 Mrd. US-Dollar", "almost 7%", "fast 7 %".

No digit is rounded away: what is printed can be read back to the same amount.
"""

from decimal import Decimal

from bot.wording.habits import currency, number_in
from bot.wording.phrases import phrase
from knowledge.amount import Amount
from knowledge.claim import Direction
from knowledge.value import Language

_SCALES: dict[Language, tuple[tuple[Decimal, str, str], ...]] = {
    "en": (
        (Decimal(10**12), "tn", "trillion"),
        (Decimal(10**9), "bn", "billion"),
        (Decimal(10**6), "million", "million"),
    ),
    "de": (
        (Decimal(10**12), "Bio.", "Billionen"),
        (Decimal(10**9), "Mrd.", "Milliarden"),
        (Decimal(10**6), "Mio.", "Millionen"),
    ),
}
_SIGNS: dict[Direction, str] = {"up": "+", "down": "−", "flat": "±", "none": ""}


def amount_text(amount: Amount, language: Language, *, sign: Direction = "none") -> str:
    """`amount` with its unit and bound; `sign` is the direction of a change."""
    ends = [number for number in (amount.low, amount.high) if number is not None]
    if amount.bound != "range":
        ends = ends[:1]
    text = _with_unit(ends, amount.unit, language, _SIGNS[sign])
    return text if amount.bound in ("exact", "range") else phrase(amount.bound, language, text)


def number_text(number: Decimal, unit: str, language: Language) -> str:
    """A single signed number with its unit, as a calculation yields it."""
    return _with_unit([abs(number)], unit, language, "−" if number < 0 else "+")


def _with_unit(ends: list[Decimal], unit: str, language: Language, sign: str) -> str:
    if unit == "percent":
        return sign + _plain(ends, language) + ("%" if language == "en" else "\N{NO-BREAK SPACE}%")
    if unit == "times":
        return phrase("times", language, _plain(ends, language))
    if unit == "count":
        return sign + _scaled(ends, language, long=True)
    code, _, each = unit.partition("/")
    money = _money(ends, code, language, sign)
    if not each:
        return money
    return phrase("for_each", language, money, currency(each).english if language == "en" else currency(each).german)


def _money(ends: list[Decimal], code: str, language: Language, sign: str) -> str:
    number, called = _scaled(ends, language, long=False), currency(code)
    if language == "de":
        return f"{sign}{number} {called.german}"
    return f"{sign}{called.sign}{number}" if not called.sign.isalpha() else f"{sign}{called.sign} {number}"


def _scaled(ends: list[Decimal], language: Language, *, long: bool) -> str:
    for scale, short_name, long_name in _SCALES[language]:
        if ends[0] >= scale:
            name = long_name if long else short_name
            return f"{_plain([end / scale for end in ends], language)} {name}"
    return _plain(ends, language)


def _plain(ends: list[Decimal], language: Language) -> str:
    return "–".join(number_in(end, language) for end in ends)
