"""Whom a question is about, and who stands near them: what is said of a group may answer for a member of it.

A firm, a person or an analyst house that is named binds: a claim of somebody else does not answer, unless it is of a
group to which they belong, of their firm or of its people. Where it is asked what one says of another, both bind. A
group, an industry or a thing that everybody speaks of does not bind, as people mean much the same by several of them
(Big Tech, cloud giants, Silicon Valley).
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.fitting import concerned, concerns
from bot.names import Names
from bot.question import Cue, Question
from knowledge.claim import Claim

_RELATING: Final[frozenset[Cue]] = frozenset({"view", "relation"})
_UNBINDING: Final = frozenset({"group", "industry", "asset", "economy", "product"})


class Circle(NamedTuple):
    """See the module.

    Attributes:
        asked: whom the question asks about.
        people: who speak for them.
        kin: of each who is asked about, who stands near.
        bound: of each of these sets a claim has to concern somebody.
        speaking: the people and analyst houses that are named, as asked about or as who says it.
    """

    asked: tuple[str, ...]
    people: tuple[str, ...]
    kin: tuple[frozenset[str], ...]
    bound: tuple[frozenset[str], ...]
    speaking: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """Everybody in it."""
        return frozenset((*self.asked, *self.people)).union(*self.kin)

    def holds(self, claim: Claim) -> bool:
        """Whether a claim is of those who bind, or of somebody near them."""
        return all(not some.isdisjoint(concerned(claim)) for some in self.bound)

    def count_near(self, claim: Claim) -> int:
        """Of how many of the asked a claim is not itself, but of somebody near."""
        return sum(
            not concerns(claim, one) and not kin.isdisjoint(concerned(claim))
            for one, kin in zip(self.asked, self.kin, strict=True)
        )


def circle_of(question: Question, names: Names) -> Circle:
    """The circle of a question."""
    named = tuple(dict.fromkeys((*question.subjects, *question.speakers)))
    return Circle(
        question.asked,
        question.people,
        tuple(names.kin_of(one) for one in question.asked),
        _bound(question, named, names),
        tuple(one for one in named if names.speaks(one)),
    )


def _bound(question: Question, named: Sequence[str], names: Names) -> tuple[frozenset[str], ...]:
    """Who binds: any of them who are asked about side by side, each where one is asked about in view of another."""
    binding = [one for one in named if names.subjects[one].kind not in _UNBINDING]
    near = [names.kin_of(one).union((one, *question.people)) for one in binding]
    if question.speakers or question.asks & _RELATING:
        return tuple(near)
    return (frozenset().union(*near),) if near else ()
