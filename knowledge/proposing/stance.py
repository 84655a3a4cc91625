"""As what a figure is told: a fact, a plan, what is expected, and by whom.

The words that stand nearest decide; what somebody outside expects of a firm is a forecast, what the firm expects of
itself is guidance. A fact about a time that has not begun is none.
"""

import re
from typing import Final, NamedTuple

from knowledge.claim import Scenario, Status
from knowledge.doubt import DoubtKind
from knowledge.period import Period
from knowledge.proposing import cues
from knowledge.proposing.linking import cost
from knowledge.proposing.names import Mention
from knowledge.proposing.scene import Scene

_FORWARD: Final = ("guidance", "plan", "forecast")
_ORDER: Final[tuple[Status, ...]] = ("alleged", "estimate", "guidance", "plan", "forecast")
_RESULTS: Final = (
    "loss",
    "revenue",
    "ai-revenue",
    "net-profit",
    "cloud-revenue",
    "advertising-revenue",
    "market-value",
)
"""What nobody plans as one plans spending."""
_SPREADS: Final = 10
"""Words by which "reportedly" reaches further than a verb does."""
_REACH: Final = 14
_SAYS_AFTER = re.compile(rf"^(?:['’]s)?(?:,[^,]{{0,60}},)?\s+(?:\w+\s+){{0,3}}?{cues.SAYS}\b", re.IGNORECASE)
_SAYS_BEFORE = re.compile(rf"(?:\b{cues.SAYS}|\b{cues.ACCORDING}|\bby|\bvon)\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)
_ACCORDING = re.compile(rf"\b{cues.ACCORDING}\s+(?:(?:the|der|die|dem|den|analysts|at|bank|von)\s+)*$", re.IGNORECASE)
_OUTSIDE: Final = ("analyst_house", "group")
_ESTIMATES: Final = ("estimates", "schätzungen", "consensus")
_STRANGER_EXPECTS = re.compile(
    r"\b(?:estimates?|estimated|believes?|predicts?|forecasts?|sees|reckons?|expects?) (?:that|a total|the|big)\b|"
    r"\b(?:schätzt|erwartet|prognostiziert|rechnet damit|sieht|glaubt),? (?:dass)?",
    re.IGNORECASE,
)
_PLANS_ENGLISH = re.compile(r"\b(?:plan|intend|want|pledg)", re.IGNORECASE)
_PLANS_GERMAN = re.compile(r"\b(?:plan\w*|geplant\w*|will|wollen|soll\w*)\b", re.IGNORECASE)
_NAME_WORDS: Final = 3
_NEAR: Final = 24
_FURTHEST: Final = 120


class Stance(NamedTuple):
    """Status, scenario, and who says it."""

    status: Status
    scenario: Scenario = "none"
    speaker: str | None = None
    speaker_start: int | None = None
    doubt: DoubtKind | None = None


def speaker_of(scene: Scene) -> Mention | None:
    """Whoever the sentence names as saying it: a person before a house, and both before a firm."""
    saying = [one for one in scene.of_kind("subject") if one.key and _speaks(scene, one)]
    kinds = ("person", "analyst_house", "company", "group")
    ranked = [one for one in saying if scene.names.subjects[one.key or ""].kind in kinds]
    return min(ranked, key=lambda one: kinds.index(scene.names.subjects[one.key or ""].kind), default=None)


def stance_of(
    scene: Scene, place: tuple[int, int], subject: str | None, standing: Status | None = None, metric: str | None = None
) -> Stance:
    """How the amount at `place` is told; `standing` is how it goes on where nothing else is said."""
    speaker = speaker_of(scene)
    speaker = None if speaker and _is_compared(scene, speaker, place) else speaker
    status, weak = _status(scene, place)
    outside = _is_outside(scene, speaker, subject, place)
    if cues.AS_EXPECTED.match(scene.text, place[1]):
        status, outside = "guidance", True
        speaker = speaker if speaker and _is_analyst(scene, speaker) else None
    status = standing if status == "actual" and standing else status
    if outside and (status == "guidance" or (status == "plan" and not _plans(scene, place))):
        status = "forecast"
    elif status == "forecast" and not outside and _is_own_word(scene, speaker, subject):
        status = "guidance" if cues.STATUSES["guidance"].search(scene.text) else status
    elif status == "actual" and outside and speaker and _is_analyst(scene, speaker):
        status, weak = "estimate", True
    if status == "plan" and metric in _RESULTS:
        status = "guidance" if cues.STATUSES["guidance"].search(scene.text) else "forecast"
    scenario: Scenario = "required" if status != "actual" and cues.REQUIRED.search(_near(scene, place)) else "none"
    doubt: DoubtKind | None = "status_weak" if weak else None
    return Stance(status, scenario, speaker.key if speaker else None, speaker.start if speaker else None, doubt)


def beside(  # noqa: PLR0913, PLR0917 (two figures with their times)
    scene: Scene, place: tuple[int, int], stance: Stance, period: Period | None, first: Stance, earlier: Period | None
) -> Stance:
    """The stance of an amount beside the one before it in the sentence.

    An outlook is compared with the older one ("bisher 64 bis 72") or with what has been ("up from 3.7 last year").
    """
    if first.status not in _FORWARD:
        return stance
    clause = re.split(r"[,;(]", scene.text[: place[0]])[-1]
    if stance.status == "actual" and cues.OLD_OUTLOOK.search(clause):
        return stance._replace(status=first.status)
    over = _is_over(period, scene) and not _is_over(earlier, scene)
    return stance._replace(status="actual") if over and stance.status in _FORWARD else stance


def _is_over(period: Period | None, scene: Scene) -> bool:
    return period is not None and period.end is not None and period.end < scene.on


def _plans(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether a plan is named as one; "will spend", said by somebody else, is his forecast."""
    pattern = _PLANS_GERMAN if scene.language == "de" else _PLANS_ENGLISH
    return pattern.search(scene.text[: place[0]]) is not None


def _is_analyst(scene: Scene, speaker: Mention) -> bool:
    spoken = scene.names.subjects[speaker.key or ""]
    house = scene.names.subjects.get(spoken.affiliation or "")
    return spoken.kind in _OUTSIDE or (house is not None and house.kind == "analyst_house")


def in_time(stance: Stance, period: Period | None, scene: Scene) -> Stance:
    """The stance as the period allows it: what has not begun is no fact, what is long over no look ahead."""
    if period is None:
        return stance
    if stance.status == "actual" and _is_under_way(period, scene):
        return stance._replace(status="plan", doubt="status_weak")
    if stance.status == "estimate" and period.end and period.end > scene.on and period.kind != "day":
        return stance._replace(status="forecast")
    if stance.status in ("actual", "estimate") and period.start and period.start > scene.on:
        return stance._replace(status="forecast", doubt="status_weak")
    return stance


def _is_under_way(period: Period, scene: Scene) -> bool:
    """Whether money is spent, in the present tense, over a year that is not over."""
    ends_later = period.end is not None and period.end > scene.on and period.kind in ("year", "fiscal_year")
    told = cues.ABOUT_TO.search(scene.text) is not None
    return ends_later and told and not (cues.HAPPENED.search(scene.text) or cues.PERFECT.search(scene.text))


def _status(scene: Scene, place: tuple[int, int]) -> tuple[Status, bool]:
    """The status whose words stand nearest, and whether they stand far off."""
    found: list[tuple[int, int, int, Status]] = []
    for rank, status in enumerate(_ORDER):
        for match in cues.STATUSES[status].finditer(scene.text):
            if status == "forecast" and scene.language == "de" and match.group().lower() in ("may", "might"):
                continue
            if _is_noise(scene, match, status):
                continue
            sooner = _SPREADS if status == "alleged" else 0
            found.append((cost(scene.text, match.span(), place) - sooner, _passive_first(match), rank, status))
    found += [
        (cost(scene.text, one.span(), place), 1, len(_ORDER), "actual") for one in cues.HAPPENED.finditer(scene.text)
    ]
    best = min(found, default=None)
    if cues.REVISED.search(scene.text) and (best is None or best[3] == "actual"):
        return "guidance", False
    if best is None:
        return "actual", False
    return best[3], best[0] > _REACH


def _passive_first(match: re.Match[str]) -> int:
    """Sorts "is projected" before the "projected" in it: nobody says whose outlook that is."""
    return 0 if re.match(r"(?:is|are)\s", match.group(), re.IGNORECASE) else 1


def _is_noise(scene: Scene, match: re.Match[str], status: Status) -> bool:
    """Words that say nothing of the figure: "beat expectations", "Mai" no may, "mehr als erwartet"."""
    word, before = match.group().lower(), scene.text[: match.start()].lower()
    if word in ("expected", "erwartet") and re.search(r"\b(?:than|als)\s+$", before):
        return True
    if word == "may" and match.group()[0] == "M":
        return True
    if word == "will" and scene.language == "en":
        return True
    if word in ("will", "wollen") and status == "forecast":
        return True
    if word in ("wird", "werden") and re.search(r"\b(?:\w+t|\w+en)\s*(?:\.|$)", scene.text) and _is_passive(scene):
        return True
    return word in ("sees", "targets") and scene.language == "de"


def _is_passive(scene: Scene) -> bool:
    return re.search(r"\b(?:gezahlt|bezahlt|genutzt|betrieben|gehandelt)\b", scene.text) is not None


def _is_outside(scene: Scene, speaker: Mention | None, subject: str | None, place: tuple[int, int]) -> bool:
    """Whether somebody other than the firm itself expects it."""
    if _STRANGER_EXPECTS.search(scene.text[: place[0]]) and _by_a_stranger(scene, place):
        return True
    if any(_expects(scene, match, place) for match in cues.ANALYSTS.finditer(scene.text)):
        return True
    if speaker is None or speaker.key is None or speaker.key == subject:
        return False
    spoken = scene.names.subjects[speaker.key]
    return (spoken.affiliation is None or spoken.affiliation != subject) and (
        spoken.kind in ("analyst_house", "person", "group")
    )


def _is_compared(scene: Scene, speaker: Mention, place: tuple[int, int]) -> bool:
    """Whether the speaker only says what the amount is held against: "22 billion, versus the 18 analysts forecast"."""
    return _HELD_AGAINST.search(scene.text[place[1] : speaker.start]) is not None


_HELD_AGAINST: Final = re.compile(
    r"\b(?:versus|vs|compared with|against|than|gegenüber|statt|als|beat\w*|miss\w*|topp\w+|above|below|"
    r"übertr\w+|verfehl\w+)\b"
)


def _by_a_stranger(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether somebody whom the vocabulary lacks, or an analyst house, stands before the verb that expects."""
    for match in _STRANGER_EXPECTS.finditer(scene.text[: place[0]]):
        owner = [one for one in scene.mentions if one.kind == "subject" and one.end <= match.start()]
        named = owner[-1] if owner else None
        if named is None:
            return (
                scene.text[: match.start()].strip()[:1].isupper()
                and len(scene.text[: match.start()].split()) <= _NAME_WORDS
            )
        if named.key is not None and scene.names.subjects[named.key].kind == "analyst_house":
            return True
    return False


def _expects(scene: Scene, match: re.Match[str], place: tuple[int, int]) -> bool:
    """Whether analysts are who expects the amount, and not merely who is told of it."""
    between = scene.text[match.end() : place[0]]
    ends = scene.text[place[1] : place[1] + 2 * _NEAR]
    told = re.search(r"\b(?:told|sagte\w*|gegenüber)\s+(?:\w+\s+){0,2}$", scene.text[: match.start()], re.IGNORECASE)
    if told or match.start() > place[1]:
        return False
    if match.group().lower() in _ESTIMATES:
        return len(between) < _NEAR
    expected = cues.STATUSES["guidance"].search(between) or cues.STATUSES["forecast"].search(between)
    ending = scene.language == "de" and cues.STATUSES["guidance"].search(ends)  # German verbs come last
    return (expected or ending) is not None and len(between) < _FURTHEST


def _is_own_word(scene: Scene, speaker: Mention | None, subject: str | None) -> bool:
    if speaker is None or speaker.key is None:
        return subject is not None and cues.THE_FIRM.search(scene.text) is not None
    return speaker.key == subject or scene.names.subjects[speaker.key].affiliation == subject


def _speaks(scene: Scene, mention: Mention) -> bool:
    after, before = scene.text[mention.end :], scene.text[: mention.start]
    if _ACCORDING.search(before):
        return True
    kind = scene.names.subjects[mention.key or ""].kind
    if kind in ("person", "analyst_house", "group"):
        return bool(_SAYS_AFTER.match(after) or _SAYS_BEFORE.search(before))
    return bool(re.match(r"\s+(?:\w+\s+)?(?:said|says|announced|teilte|sagte|expects?|erwartet|rechnet)\b", after))


def _near(scene: Scene, place: tuple[int, int]) -> str:
    return scene.text[max(0, place[0] - 60) : place[0]]
