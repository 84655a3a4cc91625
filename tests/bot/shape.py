"""The promised shape of the JSON object: no key more, none less, and the types of their values."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, StrictFloat, StrictInt

from knowledge.amount import Bound
from knowledge.article import DatePrecision
from knowledge.claim import CautionKind, Direction, Measure, Status
from knowledge.period import Flow, PeriodKind
from knowledge.value import Language

Number = StrictInt | StrictFloat


class Shape(BaseModel):
    """No key more and none less."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Period(Shape):
    label: str
    start: str | None
    end: str | None


class ClaimPeriod(Period):
    kind: PeriodKind
    flow: Flow


class Question(Shape):
    text: str
    language: Language
    intent: str
    subjects: list[str]
    metrics: list[str]
    period: Period | None
    not_understood: list[str]


class Published(Shape):
    date: str
    precision: DatePrecision
    inferred: Any


class Original(Shape):
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    date: str | None
    language: str | None


class Article(Shape):
    id: str
    title: str
    publisher: str | None
    author: str | None
    published: Published
    language: str
    url: str | None
    original: Original | None


class Caution(Shape):
    kind: CautionKind
    text: str


class Facts(Shape):
    id: str
    subject: str
    metric: str | None
    measure: Measure
    of: str | None
    low: Number | None
    high: Number | None
    unit: str | None
    bound: Bound | None
    direction: Direction
    period: ClaimPeriod | None
    status: Status
    scenario: Literal["none", "required", "conditional"]
    speaker: str | None
    via: str | None
    basis: str | None
    quote: str
    state: Literal["proposed", "approved", "retired"]
    article: Article


class AnswerClaim(Facts):
    role: Literal["main", "also", "conflict", "contrast"]
    citation: int
    statement: str
    cautions: list[Caution]


class BothLanguages(Shape):
    en: str | None
    de: str | None


class CautionInBoth(Shape):
    kind: CautionKind
    text: BothLanguages


class ListedClaim(Facts):
    statement: BothLanguages
    cautions: list[CautionInBoth]


class Calculated(Shape):
    label: str
    value: Number
    unit: str


class Missing(Shape):
    subject: str | None
    metric: str | None
    period: str | None
    reason: str
    nearest: list[str]


class Choice(Shape):
    label: str
    ask: str


class Whole(Shape):
    question: Question
    outcome: Literal["found", "ambiguous", "not_found", "help"]
    language: Language
    headline: str
    text: str
    claims: list[AnswerClaim]
    conflicts: list[list[str]]
    calculated: list[dict[str, Any]]
    missing: list[Missing]
    choices: list[Choice]


KEYS = [
    "question",
    "outcome",
    "language",
    "headline",
    "text",
    "claims",
    "conflicts",
    "calculated",
    "missing",
    "choices",
]


def check(whole: dict[str, Any]) -> Whole:
    checked = Whole.model_validate(whole)
    ids = {one.id for one in checked.claims}
    assert list(whole) == KEYS
    assert all(len(pair) == 2 and set(pair) <= ids for pair in checked.conflicts)
    for calculated in whole["calculated"]:
        assert set(calculated["from"]) <= ids
        Calculated.model_validate({key: value for key, value in calculated.items() if key != "from"})
    if checked.outcome in ("not_found", "help", "ambiguous"):
        assert checked.claims == []
    else:
        assert checked.claims[0].role == "main"
    for one in checked.claims:
        check_ends(one)
    return checked


def check_ends(one: AnswerClaim) -> None:
    open_ends = {"at_least": (True, False), "more_than": (True, False), "up_to": (False, True), None: (False, False)}
    assert (one.low is not None, one.high is not None) == open_ends.get(one.bound, (True, True))
    if one.bound not in (None, "range", "at_least", "more_than", "up_to"):
        assert one.low == one.high
    assert (one.unit is None) == (one.bound is None) == (one.measure == "statement")
