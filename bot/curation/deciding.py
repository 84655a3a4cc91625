"""What a decision makes of a claim: nothing is deleted, a claim that is refused or done with is retired with a reason.

Pure: whether the base takes it is for the gate and the store.
"""

from typing import Final

from knowledge.claim import Claim, Retirement
from knowledge.fault import Fault

LONGEST_REASON: Final = 400


def approved(claim: Claim) -> Claim:
    """The claim as it answers; a retired one is taken up again. Raises Fault for one that answers already."""
    if claim.state == "approved":
        raise Fault(f"the claim '{claim.id}' is approved already")
    return claim.model_copy(update={"state": "approved", "proposed": None, "retired": None})


def rejected(claim: Claim, reason: str) -> Claim:
    """A proposed claim that never answers; raises Fault for one that is not proposed."""
    if claim.state != "proposed":
        raise Fault(f"the claim '{claim.id}' is {claim.state}, and only a proposed one can be rejected")
    return _ended(claim, reason, None)


def retired(claim: Claim, reason: str, by: str | None = None) -> Claim:
    """An approved claim that answers no more, `by` (an id) in its place; raises Fault for any other."""
    if claim.state != "approved":
        raise Fault(f"the claim '{claim.id}' is {claim.state}, and only an approved one can be retired")
    if by == claim.id:
        raise Fault(f"the claim '{claim.id}' cannot stand in its own place")
    return _ended(claim, reason, by)


def _ended(claim: Claim, reason: str, by: str | None) -> Claim:
    told = " ".join(reason.split())
    if not told:
        raise Fault("give a reason; it stands with the claim")
    if len(told) > LONGEST_REASON:
        raise Fault(f"the reason is longer than {LONGEST_REASON} characters; shorten it")
    ending = Retirement(reason=told, superseded_by=by)
    return claim.model_copy(update={"state": "retired", "proposed": None, "retired": ending})
