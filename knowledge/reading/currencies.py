"""Currencies: signs, codes and names in both languages, before or after a number.

A bare "$" or "Dollar" is the US dollar, a bare "¥" the yen; every other dollar is read by its own name, so that it
is never taken for the US one. Names are tied by a space or a hyphen alike.
"""

from typing import NamedTuple

from knowledge.reading.phrases import Phrases
from knowledge.reading.scales import read_scale
from knowledge.reading.tokens import Tokens
from knowledge.value import Language


class Currency(NamedTuple):
    """An ISO 4217 code and the language that the spelling proves, if it does."""

    code: str
    language: Language | None = None


_SIGNS = {
    "USD": ("$", "US$", "US-$"),
    "EUR": ("€",),
    "GBP": ("£",),
    "JPY": ("¥", "JP¥"),
    "CNY": ("CN¥", "RMB"),
    "SGD": ("S$",),
    "AUD": ("A$", "AU$"),
    "CAD": ("C$", "CA$"),
    "HKD": ("HK$",),
    "NZD": ("NZ$",),
    "TWD": ("NT$",),
    "BRL": ("R$",),
    "KRW": ("₩",),
    "INR": ("₹",),
    "CHF": ("SFr.", "SFr"),
}
_SHARED = {
    "USD": ("dollar", "US dollar", "U.S. dollar", "USDollar", "amerikanische Dollar"),
    "EUR": ("euro",),
    "GBP": ("sterling", "GB pound"),
    "JPY": ("yen",),
    "CNY": ("yuan", "renminbi", "renminbi yuan"),
}
_ENGLISH = {
    "USD": ("dollars", "US dollars", "U.S. dollars", "bucks", "American dollars"),
    "EUR": ("euros",),
    "GBP": ("pound", "pounds", "pounds sterling", "British pound", "British pounds"),
    "CHF": ("Swiss franc", "Swiss francs", "francs"),
    "JPY": ("Japanese yen",),
    "CNY": ("Chinese yuan",),
    "SGD": ("Singapore dollar", "Singapore dollars", "Singaporean dollars"),
    "AUD": ("Australian dollar", "Australian dollars"),
    "CAD": ("Canadian dollar", "Canadian dollars"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "TWD": ("Taiwan dollar", "Taiwan dollars", "New Taiwan dollar", "New Taiwan dollars"),
    "NZD": ("New Zealand dollar", "New Zealand dollars"),
    "BRL": ("Brazilian real", "Brazilian reals", "Brazilian reais"),
    "KRW": ("South Korean won", "Korean won"),
    "INR": ("rupee", "rupees", "Indian rupee", "Indian rupees"),
}
_GERMAN = {
    "GBP": ("Pfund", "Pfund Sterling", "Britische Pfund", "Britisches Pfund", "britischen Pfund", "britischer Pfund"),
    "CHF": ("Franken", "Schweizer Franken"),
    "JPY": ("Japanische Yen", "Japanischer Yen", "japanischen Yen"),
    "CNY": ("Chinesische Yuan", "Chinesischer Yuan", "chinesischen Yuan"),
    "SGD": ("Singapur Dollar",),
    "AUD": ("Australische Dollar", "Australischer Dollar", "australischen Dollar"),
    "CAD": ("Kanadische Dollar", "Kanadischer Dollar", "kanadischen Dollar"),
    "HKD": ("Hongkong Dollar",),
    "TWD": ("Taiwan Dollar", "Neuer Taiwan Dollar", "Neue Taiwan Dollar"),
    "NZD": ("Neuseeland Dollar",),
    "BRL": ("Brasilianischer Real", "Brasilianische Real"),
    "KRW": ("Südkoreanischer Won", "Südkoreanische Won"),
    "INR": ("Rupien", "Indische Rupien", "Indische Rupie"),
}


def _spellings(table: dict[str, tuple[str, ...]], language: Language | None) -> dict[str, Currency]:
    return {name: Currency(code, language) for code, names in table.items() for name in names}


_CODES = {code: Currency(code) for code in _SIGNS}
_BEFORE = Phrases(_spellings(_SIGNS, None) | _CODES)
_AFTER = Phrases(
    _spellings(_SIGNS, None)
    | _CODES
    | _spellings(_SHARED, None)
    | _spellings(_ENGLISH, "en")
    | _spellings(_GERMAN, "de")
)


_NAMES_BEFORE = Phrases(
    {name: currency for name, currency in _spellings(_SHARED, None).items() if name[0].islower() or "US" in name}
    | {name: Currency(code, "de") for code, (name, *_) in _GERMAN.items() if code in ("GBP", "CHF")}
)
_FRANCS = Phrases({"Fr.": Currency("CHF"), "Fr": Currency("CHF")})


def currency_before(tokens: Tokens, index: int) -> tuple[Currency, int] | None:
    """The sign or code at `index` that opens an amount ("$5", "EUR 5"), and the index after it.

    A sign glued to unknown letters ("MX$5") is another currency and is not read.
    """
    if tokens[index - 1].kind == "word" and not tokens[index].spaced:
        return None
    return _BEFORE.find(tokens, index) or _named_before(tokens, index) or _swiss_before(tokens, index)


def _named_before(tokens: Tokens, index: int) -> tuple[Currency, int] | None:
    """A name before its number, as in "US-Dollar 5 Mrd."; the scale shows that the two belong together."""
    found = _NAMES_BEFORE.find(tokens, index)
    if found is None or tokens[found[1]].kind != "number":
        return None
    scaled = read_scale(tokens, found[1] + 1)
    return found if scaled and not scaled[0].letter and not currency_after(tokens, scaled[1]) else None


def _swiss_before(tokens: Tokens, index: int) -> tuple[Currency, int] | None:
    """As in "Fr. 49.90" and "Fr. 15 Mio."; "Fr. 24.12." and "Fr. 12 Uhr" are a Friday."""
    found = _FRANCS.find(tokens, index)
    if found is None or tokens[found[1]].kind != "number":
        return None
    _, mark, decimals = tokens[found[1]].text.rpartition(".")
    after = tokens[found[1] + 1]
    price = (bool(mark) and len(decimals) == 2) or (after.text == "." and tokens[found[1] + 2].text in ("-", "–"))  # noqa: PLR2004
    price = price and after.key != "uhr" and not (after.text == "." and mark)
    return found if price or read_scale(tokens, found[1] + 1) else None


def currency_after(tokens: Tokens, index: int) -> tuple[Currency, int] | None:
    """The sign, code or name at `index`, perhaps after a hyphen, and the index after it."""
    place = tokens.past_hyphen(index)
    found = _AFTER.find(tokens, place)
    if found is None:
        return None
    currency, end = found
    if tokens[place].key == "us" and tokens.is_hyphen(place + 1) and currency.language is None:
        currency = Currency(currency.code, "de")
    return currency, end
