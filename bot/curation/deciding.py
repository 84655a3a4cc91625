"""What a decision makes of a claim: nothing is deleted, a claim that is refused or done with is retired with a reason.

Pure: whether the base takes it is for the gate and the store.
"""

from typing import Final

from bot.wording.phrases_of_refusals import why
from knowledge.claim import Claim, Retirement
from knowledge.fault import Fault

LONGEST_REASON: Final = 400


def approved(claim: Claim) -> Claim:
    """The claim as it answers; a retired one is taken up again. Raises Fault for one that answers already."""
    if claim.state == "approved":
        raise Fault(why("approved_already", claim.id))
    return claim.model_copy(update={"state": "approved", "proposed": None, "retired": None})


def rejected(claim: Claim, reason: str) -> Claim:
    """A proposed claim that never answers; raises Fault for one that is not proposed."""
    if claim.state != "proposed":
        raise Fault(why("only_proposed_rejected", claim.id, why(f"state_{claim.state}")))
    return _ended(claim, reason, None)


def retired(claim: Claim, reason: str, by: str | None = None) -> Claim:
    """An approved claim that answers no more, `by` (an id) in its place; raises Fault for any other."""
    if claim.state != "approved":
        raise Fault(why("only_approved_retired", claim.id, why(f"state_{claim.state}")))
    if by == claim.id:
        raise Fault(why("own_place", claim.id))
    return _ended(claim, reason, by)


def _ended(claim: Claim, reason: str, by: str | None) -> Claim:
    told = " ".join(reason.split())
    if not told:
        raise Fault(why("give_reason"))
    if len(told) > LONGEST_REASON:
        raise Fault(why("reason_too_long", LONGEST_REASON))
    ending = Retirement(reason=told, superseded_by=by)
    return claim.model_copy(update={"state": "retired", "proposed": None, "retired": ending})
