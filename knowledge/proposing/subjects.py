"""Whom a figure is of: whoever stands nearest before it and does not merely speak, or whom the text speaks of.

A firm that the vocabulary lacks is nobody else, so that its figures have no subject. Several firms in a row are a group
where one has just these members. "The company" is the firm spoken of last; so is nobody at all, with a doubt.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from knowledge.doubt import DoubtKind
from knowledge.proposing import cues
from knowledge.proposing.linking import cost
from knowledge.proposing.metrics import What
from knowledge.proposing.names import Mention
from knowledge.proposing.objects import is_spent_on
from knowledge.proposing.scene import Scene, Standing, Told

_ASIDE: Final = re.compile(
    r",\s*(?:(?:in|of|by|with|at|an|von|bei|mit|für|for)\s+)?"
    r"(?:which|who|whose|whom|where|der|die|das|dem|den|deren|dessen|welche[rms]?)\s[^,;]*,",
    re.IGNORECASE,
)
_SPEAKERS: Final = ("person", "analyst_house")
_NOT_OWNERS: Final = re.compile(
    r"(?:\bfrom|\bwith|\bagainst|\bamong|\bby analysts at|\bchips? of|\bbei|\bgegen|\bmit|\bto pay|\bpay|"
    r"\brival|\bgegenüber|\ban|"
    r"\bhinter|\bbehind|\bneben)\s+(?:the\s+|der\s+|dem\s+|den\s+)?$",
    re.IGNORECASE,
)
_SPOKESMAN: Final = re.compile(
    r"(?:\w*chef(?:in)?|CEO|CFO|president|chairman|vorstand\w*|gründer(?:in)?|founder|analyst(?:in)?|laut|"
    r"according to)\s+"
    r"(?:[A-Z]\w+\s+)?$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"\s*(?:,|and|und|sowie|&|, and|as well as)\s*", re.IGNORECASE)
_FEWEST: Final = 2
_OF_ECONOMIES: Final = ("productivity", "economic-output", "jobs", "electricity-share")
_SPENDS: Final = ("ai-investment", "capex")


class Whose(NamedTuple):
    """The subject of a figure, where the article says it, and what is doubtful."""

    key: str | None
    said: Told | None = None
    doubt: DoubtKind | None = None
    words: str = ""
    inferred: bool = False


class Actor(NamedTuple):
    """Somebody in a sentence who may own a figure, from `start` to before `end`."""

    key: str | None
    start: int
    end: int
    text: str
    told: Told | None = None


def actors(scene: Scene, standing: Standing) -> list[Actor]:
    """Those whom the sentence speaks of, in order; rows of several firms are one."""
    found = [one for mention in scene.of_kind("subject") if (one := _actor(scene, mention))]
    found += [_spoken_of(match, standing.subject) for match in cues.THE_FIRM.finditer(scene.text) if standing.subject]
    if standing.group:
        found += [_spoken_of(match, standing.group) for match in cues.THE_GROUP.finditer(scene.text)]
    ordered = sorted(found, key=lambda one: (one.start, one.told is not None))
    return _grouped(scene, _apart(ordered))


def subject_of(scene: Scene, place: tuple[int, int], standing: Standing, what: What) -> Whose:
    """Whose the figure at `place` of the sentence is, which measures `what`."""
    present = _of_their_kind(actors(scene, standing), scene, what.key)
    if what.key in _SPENDS:
        present = _but_spent_on(present, scene)
    chosen = _owner_of(what, present, scene) or _nearest(present, scene, place)
    if chosen:
        return _whose(chosen)
    if what.key in _OF_ECONOMIES:
        return _world(scene)
    return _everybody(scene, what, standing) or _from_before(standing)


def _nearest(present: Sequence[Actor], scene: Scene, place: tuple[int, int]) -> Actor | None:
    """Whoever stands nearest before the figure, or behind it where he is tied to it."""

    def far(one: Actor) -> int:
        return cost(scene.text, (one.start, one.end), place)

    ahead = [one for one in present if one.end <= place[0]]
    main = [one for one in ahead if not _stands_aside(one, scene, place)]
    before = min(main or ahead, key=far, default=None)
    after = min((one for one in present if one.start >= place[1]), key=far, default=None)
    if before and after and after.key != before.key and _is_closer(scene, after, before, place):
        return after
    return before or after


def _stands_aside(one: Actor, scene: Scene, place: tuple[int, int]) -> bool:
    """Whether somebody is named in a relative clause that has ended before the figure: "X, in which Y has a stake,"."""
    return any(
        aside.start() < one.start and one.end <= aside.end() <= place[0] for aside in _ASIDE.finditer(scene.text)
    )


def _whose(chosen: Actor) -> Whose:
    if chosen.key is None:
        return Whose(None, chosen.told, "subject_unknown", _said(chosen.told) if chosen.told else chosen.text)
    return Whose(chosen.key, chosen.told, "subject_from_before" if chosen.told else None, chosen.text)


def _world(scene: Scene) -> Whose:
    """The world's economy, where no other is named and the text speaks of the world."""
    world = "world-economy" in scene.names.subjects and cues.WORLDWIDE.search(scene.text)
    return Whose("world-economy", inferred=True) if world else Whose(None, doubt="subject_unknown")


def _from_before(standing: Standing) -> Whose:
    told = standing.subject
    if told is None:
        return Whose(None, doubt="subject_unknown")
    return Whose(told.key, told, "subject_from_before" if told.key else "subject_unknown", _said(told))


def _owner_of(what: What, present: Sequence[Actor], scene: Scene) -> Actor | None:
    """Whose the metric is by its own words: "Amazon's revenue", "des Aktienkurses von Nvidia"."""
    told = what.said.said if what.said else None
    start = told.start - scene.sentence.start if told else -1
    if told is None or not 0 <= start < len(scene.text) or told.text != scene.text[start : start + len(told.text)]:
        return None
    end = start + len(told.text)
    for one in present:
        if _OF.fullmatch(scene.text[end : one.start]) or _OWNS.fullmatch(scene.text[one.end : start]):
            return one
    return None


_OF: Final = re.compile(r"\s+(?:of|von)\s+", re.IGNORECASE)
_OWNS: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}", re.IGNORECASE)


def spoken_of(scene: Scene, standing: Standing) -> tuple[Told | None, Told | None]:
    """Whom the text speaks of after this sentence: one, and a group."""
    present = actors(scene, standing)
    if cues.SPEND.search(scene.text):
        present = _but_spent_on(present, scene)
    owners = [one for one in present if one.told is None and not _is_economy(one, scene)]
    group = next((one for one in owners if one.key and scene.names.subjects[one.key].members), None)
    one = next((one for one in owners if one is not group), None)
    number = scene.sentence.paragraph
    told = Told(one.key, scene.passage(one.start, one.end), number) if one else standing.subject
    together = Told(group.key, scene.passage(group.start, group.end), number) if group else standing.group
    if group and one is None:
        told = together
    return told, together


def _of_their_kind(present: list[Actor], scene: Scene, metric: str | None) -> list[Actor]:
    """Economies for what is measured of economies, and everybody else for all else."""
    economies = [one for one in present if _is_economy(one, scene)]
    if metric in _OF_ECONOMIES:
        return economies
    return [one for one in present if one not in economies]


def _but_spent_on(present: list[Actor], scene: Scene) -> list[Actor]:
    """Without those that the money goes into."""
    return [one for one in present if not is_spent_on(scene.names, one.key, scene.text, (one.start, one.end))]


def _is_economy(one: Actor, scene: Scene) -> bool:
    return one.key is not None and scene.names.subjects[one.key].kind == "economy"


def _actor(scene: Scene, mention: Mention) -> Actor | None:
    """The mention as somebody who may own a figure; None for one who only speaks or stands beside."""
    if mention.key is None:
        owner: str | None = None
    else:
        subject = scene.names.subjects[mention.key]
        owner = subject.affiliation if subject.kind == "person" else subject.id
        house = subject.kind == "analyst_house" or (owner and scene.names.subjects[owner].kind == "analyst_house")
        speechless = subject.kind == "group" and not subject.members
        if owner is None or house or speechless or _is_a_word(scene, mention):
            return None
        if subject.kind == "person" and not _owns(scene, mention):
            return None
    if mention.key is None and _SPOKESMAN.search(scene.text[: mention.start]):
        return None
    if _NOT_OWNERS.search(scene.text[: mention.start]) and not _is_credited(scene, mention):
        return None
    return Actor(owner, mention.start, mention.end, mention.text)


def _is_credited(scene: Scene, mention: Mention) -> bool:
    """Whether "mit" or "bei" names whose the figure is: "gefolgt von Microsoft mit", "bei Amazon waren es"."""
    return re.search(r"\bbei\s+$", scene.text[: mention.start], re.IGNORECASE) is not None


def _owns(scene: Scene, mention: Mention) -> bool:
    """Whether a person stands for his firm: "Zuckerberg's company", "die Firma von Sam Altman"."""
    after = scene.text[mention.end :]
    before = scene.text[: mention.start]
    return bool(re.match(r"['’]s\s+(?:company|firm|\w+)", after) or re.search(r"(?:Firma|Konzern)\s+von\s+$", before))


def _is_a_word(scene: Scene, mention: Mention) -> bool:
    """Whether the name of a product or an asset is used as a word ("AI", "internet")."""
    kind = scene.names.subjects[mention.key or ""].kind
    if kind == "product":
        return (
            mention.text.isupper()
            or mention.text.islower()
            or (" " in mention.text.strip() and mention.text[0].islower())
        )
    return False


def _spoken_of(match: re.Match[str], told: Told | None) -> Actor:
    return Actor(told.key if told else None, match.start(), match.end(), match.group(), told)


def _apart(ordered: Sequence[Actor]) -> list[Actor]:
    """Without those that overlap one before them: "the maker" in "the ChatGPT maker"."""
    kept: list[Actor] = []
    for one in ordered:
        clash = next((other for other in kept if one.start < other.end and other.start < one.end), None)
        if clash is None:
            kept.append(one)
        elif clash.told is not None and one.told is None:
            kept[kept.index(clash)] = one
    return kept


def _grouped(scene: Scene, present: Sequence[Actor]) -> list[Actor]:
    """With a row of firms as the group that has just these members."""
    groups = _groups(scene)
    found: list[Actor] = []
    row: list[Actor] = []
    for one in [*present, None]:
        joins = one and row and one.told is None and _JOINED.fullmatch(scene.text[row[-1].end : one.start])
        if joins and one:
            row.append(one)
            continue
        found += _row(row, groups)
        row = [one] if one else []
    return found


def _groups(scene: Scene) -> dict[frozenset[str], str]:
    """The group of each set of members; of several, the one whose name lists them."""
    subjects = scene.names.subjects
    listing: dict[frozenset[str], str] = {}
    for group in subjects.values():
        names = [subjects[one].name.en or "" for one in group.members if one in subjects]
        lists = all(name in (group.name.en or "") for name in names)
        if names and (lists or frozenset(group.members) not in listing):
            listing[frozenset(group.members)] = group.id
    return listing


def _row(row: Sequence[Actor], groups: dict[frozenset[str], str]) -> list[Actor]:
    keys = frozenset(one.key for one in row if one.key)
    if len(row) < _FEWEST or len(keys) != len(row):
        return list(row)
    text = ", ".join(one.text for one in row)
    return [Actor(groups.get(keys), row[0].start, row[-1].end, text)]


def _is_closer(scene: Scene, after: Actor, before: Actor, place: tuple[int, int]) -> bool:
    """Whether somebody behind a figure owns it: "22.6 billion of Amazon", "gehen auf Amazon"."""
    tied = re.match(r"\s*(?:of|by|at|von|bei|für|at)?\s*$", scene.text[place[1] : after.start], re.IGNORECASE)
    far = cost(scene.text, (before.start, before.end), place) > cost(scene.text, (after.start, after.end), place)
    return bool(tied) and far


def _everybody(scene: Scene, what: What, standing: Standing) -> Whose | None:
    """The industry, where money is spent by nobody in particular, or a house that belongs to nobody speaks of it."""
    if what.key not in _SPENDS or "ai-industry" not in scene.names.subjects:
        return None
    nobody = standing.subject is None or any(_is_house(scene, one) for one in scene.of_kind("subject"))
    at_large = what.key == "ai-investment" and nobody and not _THEIR.search(scene.text)
    if not at_large and not cues.IMPERSONAL.search(scene.text):
        return None
    return Whose("ai-industry", inferred=True)


_THEIR: Final = re.compile(
    r"\b(?:its|their|his|her|seine\w?|ihre\w?|wir|we|our|it|they|he|she|er|sie)\b", re.IGNORECASE
)


def _is_house(scene: Scene, mention: Mention) -> bool:
    return mention.key is not None and scene.names.subjects[mention.key].kind == "analyst_house"


def _said(told: Told) -> str:
    return told.said.text if told.said else ""
