"""Settings as the environment names them."""

import pytest

from bot.allowance import MOST
from bot.settings import HTTP_PORT, Settings
from knowledge.fault import Fault


def test_a_variable_that_is_empty_counts_as_unset() -> None:
    assert Settings.from_environment({"CAPEX_HTTP_PORT": "", "SLACK_BOT_TOKEN": ""}) == Settings()
    assert Settings().http_port == HTTP_PORT
    assert Settings().questions_per_minute == MOST


def test_a_port_is_a_number() -> None:
    assert Settings.from_environment({"CAPEX_HTTP_PORT": "8080"}).http_port == 8080


@pytest.mark.parametrize("wrong", ["http", "-1", "65536", "80.5"])
def test_a_port_that_is_none_is_told_in_one_sentence(wrong: str) -> None:
    with pytest.raises(Fault, match=r"^CAPEX_HTTP_PORT must be the number of a port, from 0 to 65535$"):
        Settings.from_environment({"CAPEX_HTTP_PORT": wrong})


@pytest.mark.parametrize(
    "name", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET", "CAPEX_SECRET_KEY", "DISCORD_TOKEN"]
)
def test_a_secret_is_not_shown_by_accident(name: str) -> None:
    assert "swordfish" not in repr(Settings.from_environment({name: "swordfish"}))


NAME = "CAPEX_QUESTIONS_PER_MINUTE"


def test_a_number_is_read() -> None:
    assert Settings.from_environment({NAME: "5"}).questions_per_minute == 5


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_what_is_no_number_of_questions_is_told_with_the_variable(value: str) -> None:
    with pytest.raises(Fault, match=f"^{NAME} must be a whole number of questions, 1 or more$"):
        Settings.from_environment({NAME: value})
