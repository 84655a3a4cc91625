"""Numbers that no source prints, made from two that do, and always marked as calculated.

Only like is set against like: one subject, metric, unit, basis, flow and status, two periods of one kind a year apart,
both amounts exact.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

from bot.answer import Calculated
from knowledge.claim import Claim

_HUNDRED = Decimal(100)


def yearly_changes(claims: Iterable[Claim]) -> tuple[Calculated, ...]:
    """The change of each reported level on the same period a year before, in percent to one decimal place."""
    levels = [claim for claim in claims if _is_exact_level(claim)]
    return tuple(
        Calculated(kind="change", value=_change(later, earlier), unit="percent", inputs=(later.id, earlier.id))
        for later in levels
        for earlier in levels
        if _a_year_apart(later, earlier)
    )


def _is_exact_level(claim: Claim) -> bool:
    return (
        claim.measure == "level"
        and claim.status == "actual"
        and claim.scenario == "none"
        and claim.amount is not None
        and claim.amount.bound == "exact"
        and claim.amount.unit != "percent"
        and bool(claim.amount.low)
    )


def _a_year_apart(later: Claim, earlier: Claim) -> bool:
    one, other = later.period, earlier.period
    if one is None or other is None or one.start is None or other.start is None or _alike(later) != _alike(earlier):
        return False
    return one.start.year == other.start.year + 1 and one.start.replace(year=other.start.year, day=1) == other.start


def _alike(claim: Claim) -> tuple[object, ...]:
    period, amount = claim.period, claim.amount
    return (claim.subject, claim.metric, claim.basis, period and (period.kind, period.flow), amount and amount.unit)


def _change(later: Claim, earlier: Claim) -> Decimal:
    new, old = (claim.amount.low for claim in (later, earlier) if claim.amount and claim.amount.low is not None)
    return ((new - old) / old * _HUNDRED).quantize(Decimal("0.1"), rounding=ROUND_HALF_EVEN)
