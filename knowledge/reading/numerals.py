"""Digits with their marks as a number.

The language decides what a single mark means ("1.234" is 1234 in German, 1.234 in English) unless the digits
themselves can mean only one thing ("13,47", "1.234.567,89"). Digits that fit no convention (dates, versions,
addresses, numbers of telephones) are no number.
"""

from decimal import Decimal
from typing import NamedTuple

from knowledge.value import Language

_GAPS = str.maketrans("", "", " \u00a0\u2009\u202f'’")
_LONGEST = 24
_GROUP = 3


class Numeral(NamedTuple):
    """A number and whether its thousands are marked, which tells a quantity from a year or a name."""

    value: Decimal
    grouped: bool


def read_numeral(printed: str, language: Language) -> Numeral | None:
    """The number printed, at most 24 characters; None where the digits fit no convention."""
    plain = printed.translate(_GAPS)
    if len(plain) > _LONGEST:
        return None
    decimal, group = _marks(plain, language)
    head, _, tail = plain.partition(decimal) if decimal else (plain, "", "")
    if not _well_grouped(head, group) or (tail and not tail.isdecimal()):
        return None
    whole = head.replace(group, "") if group else head
    if len(whole) > 1 and whole.startswith("0"):
        return None
    return Numeral(Decimal(f"{whole}.{tail or 0}"), grouped=whole != head or plain != printed)


def _marks(plain: str, language: Language) -> tuple[str, str]:
    """The decimal mark and the group mark of these digits, empty where there is none."""
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        return (",", ".") if plain.rfind(",") > plain.rfind(".") else (".", ",")
    if dots + commas == 0:
        return "", ""
    mark = "." if dots else ","
    if dots + commas > 1 or (mark == _group_mark(language) and _could_group(plain, mark)):
        return "", mark
    return mark, ""


def _group_mark(language: Language) -> str:
    return "." if language == "de" else ","


def _could_group(plain: str, mark: str) -> bool:
    head, _, tail = plain.partition(mark)
    return len(tail) == _GROUP and len(head) <= _GROUP and not head.startswith("0")


def _well_grouped(head: str, group: str) -> bool:
    if not group:
        return head.isdecimal()
    first, *rest = head.split(group)
    return 0 < len(first) <= _GROUP and not first.startswith("0") and all(len(part) == _GROUP for part in rest)
