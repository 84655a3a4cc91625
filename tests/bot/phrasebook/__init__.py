"""The phrasebook: questions as people type them, each with the reaction that is right.

`development.yaml` is what the resolver was developed on; `later`, `fresh` and `plain`, by three other people, were
first only counted and then developed on as well, beside `chat`, `precise`, `talk` (follow-ups), `pairs` (comparisons,
periods and groups), `turns` and `chain` (follow-ups), and the parts from `desk` to `clinic` and from `mint` to
`registry`, which were written for that; those from `mill` to `studio` ask on purpose for what is hard.

`aside.yaml` was written by somebody else, from the articles and the vocabulary alone, and is only counted, never looked
at to change the resolver. So are `unseen.yaml`, which was first counted when claims had got their
phrasings, `sealed.yaml`, `exam.yaml` and `office.yaml`, those from `hall.yaml` to `pier.yaml`, and the newest, `quay`,
`canal`, `pond`, `lake` and `marsh`, by nine people. What is nearly asked in development is taken out of them.

A case: `ask` is what is typed, `after` the question before it by the same person, `on` the day of asking. `expect` is
`found` (with `right`: groups of claims; the first claim shown must be in one of them, and each group must have a claim
among those that answer), `choices` (of which one must be `among` these ids), `refused` (no claim may be shown) or
`help`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from bot.answer import Ambiguous, AnyAnswer, Found, Help
from bot.line import Line
from bot.question import Question

Part = Literal[
    "development",
    "later",
    "fresh",
    "plain",
    "chat",
    "precise",
    "talk",
    "pairs",
    "turns",
    "desk",
    "phone",
    "school",
    "bench",
    "street",
    "house",
    "night",
    "tower",
    "chain",
    "mill",
    "barn",
    "yard",
    "loft",
    "shed",
    "cabin",
    "studio",
    "villa",
    "hotel",
    "cafe",
    "clinic",
    "mint",
    "kiosk",
    "garden",
    "registry",
    "aside",
    "unseen",
    "sealed",
    "exam",
    "office",
    "hall",
    "ward",
    "dock",
    "gate",
    "pier",
    "quay",
    "canal",
    "pond",
    "lake",
    "marsh",
]
PARTS: tuple[Part, ...] = get_args(Part)
ASIDE: tuple[Part, ...] = PARTS[PARTS.index("aside") :]
DEVELOPED: tuple[Part, ...] = tuple(part for part in PARTS if part not in ASIDE)
Style = Literal["en", "de", "command"]
Expected = Literal["found", "choices", "refused", "help"]

DAY = date(2026, 11, 21)
"""The day of asking where a case names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question of the phrasebook."""

    ask: str
    style: Style
    kind: str
    expect: Expected
    typo: bool = False
    right: tuple[frozenset[str], ...] = ()
    among: frozenset[str] = frozenset()
    after: str | None = None
    on: date = DAY

    @property
    def answerable(self) -> bool:
        """Whether the base holds an answer, choices or help for it."""
        return self.expect != "refused"


@cache
def cases(part: Part) -> tuple[Case, ...]:
    """The cases of a part, in the order of its file, which is read once."""
    plain = yaml.load((Path(__file__).parent / f"{part}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(_case(one) for one in plain)


def is_right(case: Case, line: Line) -> bool:
    """Whether the line reacts to the case as it should."""
    return fits(case, line.ask(case.ask, case.on, last=last_of(case, line)).answer)


def last_of(case: Case, line: Line) -> Question | None:
    """The question before the case's, as the line read it."""
    return line.ask(case.after, case.on).question if case.after is not None else None


def _case(plain: dict[str, Any]) -> Case:
    right = tuple(frozenset(group) for group in plain.pop("right", ()))
    among = frozenset(plain.pop("among", ()))
    return Case(right=right, among=among, **plain)


def fits(case: Case, answer: AnyAnswer) -> bool:
    """Whether the answer is what the case expects."""
    if case.expect == "help":
        return isinstance(answer, Help)
    if case.expect == "refused":
        return not isinstance(answer, Found)
    if case.expect == "choices":
        if not isinstance(answer, Ambiguous):
            return False
        offered = {name for choice in answer.choices for name in (choice.subject, choice.metric) if name}
        return not case.among or not offered.isdisjoint(case.among)
    return isinstance(answer, Found) and shows(case.right, answer)


def shows(right: tuple[frozenset[str], ...], answer: Found) -> bool:
    """Whether the first claim is in one of the groups, and each group has one of its claims among the main ones."""
    return represents(right, main_claims(answer))


def main_claims(answer: Found) -> list[str]:
    """The claims that answer, the first one first."""
    return [claim.id for claim in answer.main]


def represents(right: tuple[frozenset[str], ...], main: Sequence[str]) -> bool:
    """The same of claims by whomever they are shown."""
    return any(main[0] in group for group in right) and all(not group.isdisjoint(main) for group in right)
