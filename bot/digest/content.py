"""What a channel is told: news chosen and set against what was known.

What changed, what was expected and what conflicts comes before what is only new; a story stands in one of these places
and once. What only says what was known is counted and not told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.digest.changes import FirmOf, Known, changed, corrected, outcome
from bot.digest.digest import Changed, Clash, Digest, Story, Told
from bot.digest.stories import figure_of, stories
from bot.nearest import LEAD_METRICS
from bot.ranking import Wanted, ranked
from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.conflicts import is_conflict


@dataclass(frozen=True, kw_only=True)
class Window:
    """News and what they are to be held against.

    `before` has, by id, what an already approved claim was before; `known` are the approved claims on the same things,
    the news among them or not; `total` is how many claims came in, more than `news` where there were too many.
    """

    news: Sequence[Claim]
    before: Mapping[str, Claim]
    known: Sequence[Claim]
    articles: Mapping[str, Article]
    total: int


def digest(window: Window, on: date, firm_of: FirmOf, aside: Told | None = None) -> Digest:
    """What is told on a day."""
    new = [claim for claim in window.news if claim.id not in window.before]
    fresh_ids = {claim.id for claim in new}
    old = [claim for claim in window.known if claim.id not in fresh_ids]
    said = {figure_of(claim) for claim in old} - {None}
    untold = [claim for claim in new if figure_of(claim) not in said]
    told = stories(_in_order(untold, window.articles, on), window.articles)
    held = [Told(claim, window.articles[claim.article]) for claim in (*old, *untold)]
    known = Known(held)
    changes = tuple(found for story in told if (found := changed(story, known, firm_of)))
    left = _without(told, (one.story for one in changes))
    outcomes = [one for story in left if (one := outcome(story, known))]
    left = _without(left, (one.story for one in outcomes))
    clashes = _clashes(left, changes, known, window.articles)
    both = {key for one in clashes for key in (one.story.lead.claim.id, one.other.claim.id)}
    left = [story for story in left if both.isdisjoint(one.claim.id for one in story.told)]
    corrections = _corrections(window)
    counted = {one.claim.article for story in told for one in story.told}
    return Digest(
        on=on,
        changed=(*changes, *corrections),
        outcomes=tuple(outcomes),
        clashes=clashes,
        fresh=_by_subject(left),
        aside=aside,
        claims=max(window.total - len(window.before), 0),
        articles=len(counted),
        repeated=len(new) - len(untold),
    )


def _in_order(claims: Sequence[Claim], articles: Mapping[str, Article], on: date) -> list[Claim]:
    """Figures before sentences, what is asked for most before the rest."""
    return ranked(claims, articles, Wanted(on, (), LEAD_METRICS, ()))


def _corrections(window: Window) -> tuple[Changed, ...]:
    known = [claim for claim in window.news if claim.id in window.before]
    told = (Story((Told(claim, window.articles[claim.article]),)) for claim in known)
    return tuple(found for story in told if (found := corrected(story, window.before[story.lead.claim.id])))


def _clashes(
    left: Sequence[Story], changes: Iterable[Changed], known: Known, articles: Mapping[str, Article]
) -> tuple[Clash, ...]:
    """The conflicts of new stories, each once; what took the place of an earlier figure does not conflict with it."""
    replaced = {one.earlier.claim.id for one in changes}
    found: dict[frozenset[object], Clash] = {}
    for story in left:
        claim = story.lead.claim
        for other in known.alike(claim):
            if other.claim.id not in replaced and is_conflict(claim, other.claim, articles):
                found.setdefault(frozenset((figure_of(claim), figure_of(other.claim))), Clash(story, other))
    return tuple(_apart(found.values()))


def _apart(clashes: Iterable[Clash]) -> Iterable[Clash]:
    """Each story in one clash: one that conflicts with several is told with the first."""
    told: set[str] = set()
    for clash in clashes:
        if clash.story.lead.claim.id not in told:
            told |= {clash.story.lead.claim.id, clash.other.claim.id}
            yield clash


def _by_subject(told: Iterable[Story]) -> tuple[tuple[Story, ...], ...]:
    groups: dict[str, list[Story]] = {}
    for story in told:
        groups.setdefault(story.lead.claim.subject, []).append(story)
    return tuple(map(tuple, groups.values()))


def _without(told: Iterable[Story], gone: Iterable[Story]) -> list[Story]:
    taken = {id(story) for story in gone}
    return [story for story in told if id(story) not in taken]
