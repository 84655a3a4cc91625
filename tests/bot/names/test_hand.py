"""What looks like a slip of a hand or of an ear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.hand import is_slip
from tests.slips import KINDS, slips


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nvida", "nvidia"),
        ("metta", "meta"),
        ("appel", "apple"),
        ("goigle", "google"),
        ("nvidea", "nvidia"),
        ("barklays", "barclays"),
        ("tesöa", "tesla"),
        ("aapple", "apple"),
        ("applke", "apple"),
        ("reuterss", "reuters"),
    ],
)
def test_a_slip_of_the_hand_or_the_ear_is_one(typed: str, name: str) -> None:
    assert is_slip(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("openair", "openai"), ("fintel", "intel"), ("kesla", "tesla"), ("valox", "valoe"), ("mapple", "apple")],
)
def test_a_letter_from_elsewhere_makes_another_word(typed: str, name: str) -> None:
    assert not is_slip(typed, name)


@given(name=st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12), kind=st.sampled_from(KINDS))
def test_every_slip_of_the_four_kinds_is_one(name: str, kind: str) -> None:
    assert all(is_slip(typed, name) for typed in slips(name, kind))
