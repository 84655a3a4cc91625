"""Settings come from the environment under their own names; what cannot be meant is told in one sentence."""

import pytest

from bot.allowance import MOST
from bot.settings import Settings
from knowledge.fault import Fault

NAME = "CAPEX_QUESTIONS_PER_MINUTE"


def test_a_number_is_read() -> None:
    assert Settings.from_environment({NAME: "5"}).questions_per_minute == 5


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_environment({NAME: ""}).questions_per_minute == MOST


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_what_is_no_number_of_questions_is_told_with_the_variable(value: str) -> None:
    with pytest.raises(Fault, match=f"^{NAME}: input should be [a-z ,0-9]+$"):
        Settings.from_environment({NAME: value})
