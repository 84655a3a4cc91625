"""One story from many articles, once: claims that say the same figure of the same thing are one.

Who says it counts: two houses that forecast the same are two stories, a claim without a speaker is part of any. A
sentence is a story of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.digest.digest import Story, Told
from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.conflicts import question_of

Figure = tuple[object, ...]


def figure_of(claim: Claim) -> Figure | None:
    """What a claim says, whoever says it: equal where the figure is the same; None for a sentence."""
    if claim.amount is None:
        return None
    amount = claim.amount
    return (*question_of(claim), claim.status, claim.direction, amount.low, amount.high, amount.bound)


def stories(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[Story]:
    """The stories that the claims tell, in the order of the first of each; named speakers tell it first."""
    alike: dict[object, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(figure_of(claim) or claim.id, []).append(claim)
    return [Story(tuple(Told(one, articles[one.article]) for one in told)) for told in _by_speaker(alike.values())]


def _by_speaker(alike: Iterable[list[Claim]]) -> Iterable[list[Claim]]:
    for claims in alike:
        voices: dict[str | None, list[Claim]] = {}
        for claim in claims:
            voices.setdefault(claim.speaker, []).append(claim)
        nameless = voices.pop(None, [])
        named = list(voices.values())
        if not named:
            yield nameless
            continue
        named[0].extend(nameless)
        yield from named
