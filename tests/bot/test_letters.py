"""A letter behind a typed number is a scale where it can be no other thing."""

import pytest

from bot.letters import lettered


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("meta spent 14b", "meta spent 14bn"),
        ("14.5B or 500M, even 2t", "14.5bn or 500mn, even 2tn"),
        ("33 b capex", "33bn capex"),
        ("35-40b", "35-40bn"),
        ("(14b)", "(14bn)"),
    ],
)
def test_a_letter_by_itself_is_a_scale(typed: str, written: str) -> None:
    assert lettered(typed, "en") == lettered(typed, "de") == written


@pytest.mark.parametrize(
    "typed",
    [
        "$14b",
        "14b USD",
        "14bn",
        "Q2b",
        "b12",
        "4.b",
        "5 m wide",
        "2 t of it",
        "14bit",
        "H1b",
        "1.2.3b4",
        "in 2024",
        "3D",
    ],
)
def test_what_is_read_already_or_is_no_scale_stays(typed: str) -> None:
    assert lettered(typed, "en") == typed
