"""What a figure measures: the noun or verb that stands nearest, if it can be measured so.

Money is no market share and a percentage no price: the unit shuts out what cannot be. A verb of spending means capital
expenditure, or AI investment where the sentence speaks of AI; a figure without a word of its own goes on with what the
figure before it measured, only where words say that it does.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from knowledge.amount import Amount
from knowledge.doubt import DoubtKind
from knowledge.proposing import cues
from knowledge.proposing.linking import FAR, cost
from knowledge.proposing.names import Mention
from knowledge.proposing.scene import Scene, Standing, Told

Measured = Literal["money", "share", "growth", "price", "count", "times", "years", "percent"]

_MEASURED: Final[Mapping[str, Measured]] = {
    **dict.fromkeys(("market-share", "index-gains", "electricity-share"), "share"),
    **dict.fromkeys(("productivity", "economic-output"), "growth"),
    **dict.fromkeys(("products", "jobs", "price-cuts"), "count"),
    **dict.fromkeys(("share-price", "price", "earnings-per-share"), "price"),
    "implied-volatility": "percent",
    "compute-need": "times",
    "years-since-founding": "years",
}
_UNITS: Final[Mapping[Measured, str]] = {
    "money": r"percent|times|[A-Z]{3}(?:/[A-Z]{3})?",
    "price": r"percent|[A-Z]{3}",
    "share": r"percent",
    "growth": r"percent|[A-Z]{3}",
    "percent": r"percent",
    "count": r"count",
    "times": r"times",
    "years": r"count",
}
_BROAD: Final = {"spending", "cost", "income"}
_NO_FIGURES: Final = ("cost", "income")
_VERBS: Final = (
    (cues.SPEND, "~spending"),
    (cues.FOR_AI, "~spending"),
    (cues.EARN, "net-profit"),
    (cues.LOSE, "loss"),
    (cues.VALUE, "market-value"),
    (cues.MARKET, "market-share"),
)
_OWN_AMOUNT: Final = re.compile(
    r"\s*(?:of|von|in Höhe von|was|were|lag|lagen|betrug|betrugen|at|bei|came in at|"
    r"totalled)\s+(?:[\w]+\s+){0,2}[$€£]?\d"
)
_COMPARED: Final = re.compile(
    r"\b(?:up from|down from|compared with|compared to|from|gegenüber|verglichen mit|statt|nach)"
    r"(?:\s+(?:its|a|the|previous\w*|bisher|zuvor|outlook|of|guidance|forecast|range|earlier|about|around|rund|"
    r"etwa)){0,5}\s+$",
    re.IGNORECASE,
)
_BILLION: Final = 10**9
_EACH: Final = re.compile(r"\b(?:a|per|je|pro)\s+$", re.IGNORECASE)
_IN: Final = re.compile(r"\s+(?:in|an|of)\s+", re.IGNORECASE)
_ANOTHERS: Final = 9
_NARROWER: Final = 4
_WEAK: Final = 3
_OTHER_PROFIT: Final = re.compile(
    r"\b(?:operating|operativ\w*|gross|pre-?tax|adjusted|bereinigt\w*|bruttobetriebs\w*)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_UNKNOWN: Final = "?"
"""A metric that the vocabulary lacks; it owns its figures all the same."""
_HEADS: Final = re.compile(
    r"(\w+)\s+(?:of|von|über|in Höhe von)\s+(?:about|around|roughly|some|nearly|almost|up to|more than|rund|"
    r"etwa|fast|knapp|"
    r"gut|über|bis zu|mehr als|zwischen|between|insgesamt|just|nur)?\s*$",
    re.IGNORECASE,
)
_NEUTRAL: Final = re.compile(
    r"range|total|level|outlook|guidance|forecast|estimates?|target|sum|increase|rise|decline|drop|budget|"
    r"outlay|spanne|höhe|"
    r"niveau|prognose|ausblick|summe|betrag|volumen|wert|plus|minus|anstieg|rückgang|zuwachs|lücke|gap|previous|"
    r"run|rate|"
    r"\d+|jahre?s?|year|quartals?|quarter|halbjahre?s?|half|geschäftsjahre?s?|"
    r"amount|figure|growth|gain|jump|fall|wachstum|steigerung|zunahme|erhöhung|"
    r"investment|investments|expectations?|consensus|forecasts|davon|expenditures?|spending|posten",
    re.IGNORECASE,
)


class What(NamedTuple):
    """The metric of a figure, where the article says it, and what is doubtful."""

    key: str | None
    said: Told | None = None
    doubt: DoubtKind | None = None
    cost: int = 0


class _Cue(NamedTuple):
    key: str
    start: int
    end: int
    weight: int = 0


def metric_of(scene: Scene, amount: Amount, place: tuple[int, int], standing: Standing, last: What | None) -> What:
    """The metric of the amount at `place`; `last` is that of the amount before it in the sentence."""
    blocked = _is_of_something_else(scene, place)
    fitting = [
        (cost(scene.text, (cue.start, cue.end), place) + _weight(scene, cue, place), cue)
        for cue in _cues(scene)
        if may_be_measured(cue.key, amount) and not (blocked and cue.end <= place[0])
    ]
    best = min(fitting, key=lambda one: one[0], default=None)
    if last and last.key and may_be_measured(last.key, amount) and _COMPARED.search(scene.text[: place[0]]):
        return last._replace(doubt=None)
    if best and best[0] < FAR and best[1].key == _UNKNOWN:
        return What(None)
    if best and best[0] < FAR:
        return _decided(scene, amount, best[1], best[0], place, standing)
    goes_on = cues.GOES_ON.search(scene.text) or (amount.unit == "percent" and cues.CHANGE_NOUN.search(scene.text))
    if last and last.key and may_be_measured(last.key, amount) and not blocked:
        return last._replace(doubt="metric_from_before")
    if (
        standing.metric
        and standing.metric.key
        and goes_on
        and not blocked
        and may_be_measured(standing.metric.key, amount)
    ):
        return What(standing.metric.key, standing.metric, "metric_from_before")
    return _of_shares(scene, amount, place)


def _of_shares(scene: Scene, amount: Amount, place: tuple[int, int]) -> What:
    """Shares, where a firm goes up or down by a percentage within a day and nothing else is named."""
    days = [one for one in scene.periods if one.period.kind == "day"]
    named = any(one.kind == "metric" for one in scene.mentions)
    verbs = [one for one in cues.MOVED.finditer(scene.text) if cost(scene.text, one.span(), place) < _FAR_OFF]
    if amount.unit != "percent" or named or not days or not verbs:
        return What(None)
    verb = min(verbs, key=lambda one: cost(scene.text, one.span(), place))
    said = Told("share-price", scene.passage(*verb.span()), scene.sentence.paragraph)
    return What("share-price", said, "metric_guessed")


def may_be_measured(metric: str, amount: Amount) -> bool:
    """Whether a figure in this unit can be one of the metric."""
    if metric in _BROAD or metric.startswith("~"):
        return re.fullmatch(_UNITS["money"], amount.unit) is not None
    return re.fullmatch(_UNITS[_MEASURED.get(metric, "money")], amount.unit) is not None


def is_share(metric: str) -> bool:
    """Whether a percentage of the metric is a part of a whole and no change."""
    return _MEASURED.get(metric) == "share"


def is_plain_percentage(metric: str) -> bool:
    """Whether the metric is told in percent."""
    return _MEASURED.get(metric) == "percent"


def _cues(scene: Scene) -> Iterator[_Cue]:
    """The nouns of the vocabulary and the verbs that mean one of them."""
    metrics = scene.of_kind("metric")
    yield from (_noun(scene, one) for one in metrics if one.key not in _NO_FIGURES)
    nouns = [(one.start, one.end) for one in metrics if one.key not in _BROAD]
    for pattern, key in _VERBS:
        for match in pattern.finditer(scene.text):
            if not any(start < match.end() and match.start() < end for start, end in nouns):
                yield _Cue(_means(scene, key, match), match.start(), match.end(), _WEAK)
    per_share = any(key == "earnings-per-share" for key in scene.names.metrics)
    for match in cues.SHARES.finditer(scene.text):
        each = per_share and _EACH.search(scene.text[: match.start()])
        yield _Cue("earnings-per-share" if each else "share-price", *match.span(), -_NARROWER)


def _noun(scene: Scene, mention: Mention) -> _Cue:
    key = mention.key or ""
    if key == "net-profit" and _OTHER_PROFIT.search(scene.text[: mention.start]):
        return _Cue(_UNKNOWN, mention.start, mention.end, -_NARROWER)
    if key == "spending":
        return _Cue("~spending", mention.start, mention.end, _WEAK)
    if key == "loss" and _speaks_of_shares(scene, mention.start):
        key = "share-price"
    return _Cue(key, mention.start, mention.end, -_NARROWER)


def _means(scene: Scene, key: str, match: re.Match[str]) -> str:
    if key == "loss" and _speaks_of_shares(scene, match.start()):
        return "share-price"
    if key == "net-profit" and cues.FROM_AI.search(scene.text[max(0, match.start() - 24) :]):
        return "ai-revenue"
    return key


def _speaks_of_shares(scene: Scene, start: int) -> bool:
    """Whether shares are what lost: "Die Aktie verlor"."""
    return any(match.start() < start for match in cues.SHARES.finditer(scene.text[:start]))


def _weight(scene: Scene, cue: _Cue, place: tuple[int, int]) -> int:
    """What a cue costs besides its distance.

    A noun behind the amount may have an amount of its own ("lost 5 billion on revenue of 3.7"); one that says what the
    amount consists of is the nearest there is ("lost 600 billion in market value").
    """
    if cue.start >= place[1] and _OWN_AMOUNT.match(scene.text, cue.end):
        return cue.weight + _ANOTHERS
    consists = cue.weight < 0 and cue.start >= place[1] and _IN.fullmatch(scene.text, place[1], cue.start)
    return cue.weight - _NARROWER if consists else cue.weight


def _is_whole_firm(amount: Amount) -> bool:
    """Whether a sum is too large for a share: shares that lose billions lose market value."""
    return amount.unit != "percent" and (amount.high or amount.low or 0) >= _BILLION


def _decided(  # noqa: PLR0913, PLR0917 (all that a decision looks at)
    scene: Scene, amount: Amount, cue: _Cue, far: int, place: tuple[int, int], standing: Standing
) -> What:
    said = Told(cue.key, scene.passage(cue.start, cue.end), scene.sentence.paragraph)
    if cue.key == "share-price" and _is_whole_firm(amount):
        return What("market-value", said._replace(key="market-value"), "metric_guessed", far)
    if cue.key != "~spending":
        return What(cue.key, said, "several_possible" if far > _FAR_OFF else None, far)
    key, doubt = _spent_on(scene, place, standing)
    return What(key, said._replace(key=key), doubt, far)


_FAR_OFF: Final = 14


def _spent_on(scene: Scene, place: tuple[int, int], standing: Standing) -> tuple[str, DoubtKind | None]:
    after = scene.text[place[1] : place[1] + 60]
    if cues.TRAIN.search(after):
        return "training-cost", None
    if cues.AI.search(scene.text):
        return "ai-investment", None
    before = standing.metric
    if before and before.key in ("ai-investment", "capex") and before.paragraph == scene.sentence.paragraph:
        return before.key, "metric_guessed"
    return "capex", "metric_guessed"


def _is_of_something_else(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether a noun that is no metric owns the amount: "a charge of $4.5 billion"."""
    head = _HEADS.search(scene.text[: place[0]])
    if head is None:
        return False
    inside = any(one.start <= head.start(1) < one.end for one in scene.mentions)
    known = _NEUTRAL.fullmatch(head[1]) or cues.SPEND.fullmatch(head[1])
    is_noun = head[1][:1].isupper() or scene.language == "en"
    return not inside and known is None and is_noun
