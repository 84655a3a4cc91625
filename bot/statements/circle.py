"""Whom a question is about, and who stands near them: what is said of a group may answer for a member of it.

A firm, a person or an analyst house that is named binds: a claim of somebody else does not answer, unless it is of a
group to which they belong, of their firm or of its people. A group, an industry or a thing that everybody speaks of
does not bind, as people mean much the same by several of them (Big Tech, cloud giants, Silicon Valley).
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.fitting import concerns
from bot.names import Names
from bot.question import Question
from knowledge.claim import Claim

_SPEAKING: Final = frozenset({"person", "analyst_house"})
_UNBINDING: Final = frozenset({"group", "industry", "asset", "economy", "product"})


class Circle(NamedTuple):
    """See the module.

    Attributes:
        asked: whom the question asks about.
        people: who speak for them.
        kin: of each who is asked about, who stands near.
        binding: those of them of whom a claim has to be.
        speaking: the people and analyst houses that are named, as asked about or as who says it.
    """

    asked: tuple[str, ...]
    people: tuple[str, ...]
    kin: tuple[frozenset[str], ...]
    binding: tuple[str, ...]
    speaking: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """Everybody in it."""
        return frozenset((*self.asked, *self.people)).union(*self.kin)

    def holds(self, claim: Claim) -> bool:
        """Whether a claim is of one of those who bind, if any do, or of somebody near them."""
        if not self.binding:
            return True
        near = (kin for one, kin in zip(self.asked, self.kin, strict=True) if one in self.binding)
        return any(concerns(claim, one) for one in (*self.binding, *self.people)) or _is_of(claim, near)

    def count_near(self, claim: Claim) -> int:
        """Of how many of the asked a claim is not itself, but of somebody near."""
        return sum(
            not concerns(claim, one) and any(concerns(claim, other) for other in kin)
            for one, kin in zip(self.asked, self.kin, strict=True)
        )


def circle_of(question: Question, names: Names) -> Circle:
    """The circle of a question."""
    return Circle(
        question.asked,
        question.people,
        tuple(names.kin_of(one) for one in question.asked),
        tuple(one for one in question.asked if names.subjects[one].kind not in _UNBINDING),
        tuple(one for one in (*question.speakers, *question.subjects) if names.subjects[one].kind in _SPEAKING),
    )


def _is_of(claim: Claim, near: Iterable[frozenset[str]]) -> bool:
    return any(concerns(claim, other) for kin in near for other in kin)
