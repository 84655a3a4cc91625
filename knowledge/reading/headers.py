"""Figures under a heading that holds their scale: "(in millions) 1,234", "(in Mio. Euro): 7.014".

The heading belongs to the words of the first figure behind it, since only both together are the amount. What stands
further down a column is not read with it: whether the heading still holds there, the words do not tell.
"""

from knowledge.reading.currencies import currency_after
from knowledge.reading.figures import Figure, is_year, read_figure
from knowledge.reading.reading import Reading, single
from knowledge.reading.scales import Scale, read_scale
from knowledge.reading.tokens import Tokens
from knowledge.value import Language


def read_headed(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """The heading at `index` with the figure behind it; None without both."""
    if tokens[index].text != "(":
        return None
    sign = currency_after(tokens, index + 1)
    place = sign[1] if sign else index + 1
    if tokens[place].key != "in" or (found := read_scale(tokens, place + 1)) is None:
        return None
    scale, place = found
    place += tokens[place].key == "of"
    if named := currency_after(tokens, place):
        sign, place = named, named[1]
    if tokens[place].text != ")":
        return None
    return _scaled(tokens, index, place + 1, scale, sign[0].code if sign else None, language)


def _scaled(  # noqa: PLR0913, PLR0917 (the heading and where it stands)
    tokens: Tokens, start: int, place: int, scale: Scale, unit: str | None, language: Language
) -> Reading | None:
    figure = read_figure(tokens, place + (tokens[place].text == ":"))
    if figure is None or not _is_headed(figure, unit):
        return None
    headed = figure._replace(start=start, scale=scale, unit=figure.unit or unit)
    quantity = headed.quantity(figure.language or scale.language or language)
    return single(headed, quantity) if quantity else None


def _is_headed(figure: Figure, unit: str | None) -> bool:
    """Whether the heading's scale and unit can be the figure's: digits, no year, no percent, no other scale."""
    if not figure.digits or figure.scale or (is_year(figure.digits) and not figure.leads):
        return False
    return figure.unit is None or figure.unit == unit or (unit is None and figure.unit not in ("percent", "times"))
