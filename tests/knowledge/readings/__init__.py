"""Phrases of real pages with what they say, written without a look at the readers; a part of them is kept aside.

The files are lists, one phrase a line. The part kept aside is only ever counted, never looked into; it tells how the
readers do on what nobody mended them for.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

from knowledge.amount import Bound
from knowledge.value import Language

Part = Literal["dev", "aside"]

LANGUAGES: tuple[Language, ...] = ("de", "en")
PARTS: tuple[Part, ...] = ("dev", "aside")


class Figure(NamedTuple):
    """An amount as the page says it."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound


class Stretch(NamedTuple):
    """The first and last day of a period, None where it is open."""

    start: date | None
    end: date | None


class AmountCase(NamedTuple):
    """A phrase and its amounts, in order."""

    text: str
    language: Language
    expected: tuple[Figure, ...]


class PeriodCase(NamedTuple):
    """A phrase, the day it was written, and its periods, in order."""

    text: str
    language: Language
    on: date
    expected: tuple[Stretch, ...]


def amount_cases(language: Language, part: Part) -> tuple[AmountCase, ...]:
    """The phrases with amounts of one language and part."""
    rows = json.loads(_file("amounts", language, part), parse_float=Decimal, parse_int=Decimal)
    return tuple(
        AmountCase(row["text"], row["language"], tuple(Figure(**amount) for amount in row["expect"])) for row in rows
    )


def period_cases(language: Language, part: Part) -> tuple[PeriodCase, ...]:
    """The phrases with periods of one language and part."""
    return tuple(
        PeriodCase(
            row["text"],
            row["language"],
            date.fromisoformat(row["on"]),
            tuple(Stretch(_day(period["start"]), _day(period["end"])) for period in row["expect"]),
        )
        for row in json.loads(_file("periods", language, part))
    )


def _file(kind: str, language: Language, part: Part) -> str:
    return (Path(__file__).parent / f"{kind}-{language}-{part}.json").read_text(encoding="utf-8")


def _day(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None
