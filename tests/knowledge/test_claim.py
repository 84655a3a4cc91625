"""What a claim must have: its quote, unless it is retired and the quote had to go."""

from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.claim import Claim, Retirement
from knowledge.value import Passage
from tests.knowledge.store.sample import claim

RETIRED: dict[str, Any] = {"state": "retired", "retired": Retirement(reason="asked by the publisher")}


def test_a_retired_claim_may_be_without_its_quote() -> None:
    assert claim("withdrawn", quote=None, **RETIRED).quote is None


@pytest.mark.parametrize("state", ["approved", "proposed"])
def test_any_other_claim_needs_its_quote(state: str) -> None:
    with pytest.raises(ValidationError, match="a claim without its quote is retired"):
        claim("bare", quote=None, state=state)


def test_context_goes_with_the_quote() -> None:
    with pytest.raises(ValidationError, match="has no context"):
        claim("bare", quote=None, context=(Passage(start=0, text="words"),), **RETIRED)


def test_the_receipt_is_the_quote() -> None:
    assert claim("shown").receipt == claim("shown").quote


def test_a_claim_without_its_quote_has_no_receipt() -> None:
    with pytest.raises(LookupError, match="withdrawn"):
        _ = claim("withdrawn", quote=None, **RETIRED).receipt


def test_a_quote_that_is_left_out_reads_as_one_that_is_gone() -> None:
    one = claim("withdrawn", quote=None, **RETIRED)
    assert "quote" not in one.model_dump(exclude_defaults=True)
    assert Claim.model_validate(one.model_dump(exclude_defaults=True)) == one
