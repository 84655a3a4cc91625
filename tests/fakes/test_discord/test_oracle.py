"""The description judges requests and this server's own answers, and knows every operation that is served."""

import pytest

from tests.fakes.discord import oracle
from tests.fakes.discord.routes import ROUTES

pytestmark = pytest.mark.skipif(not oracle.available(), reason="../shared/oracles is not there")

SEND = "POST /channels/{channel_id}/messages"


@pytest.mark.parametrize("operation", ROUTES)
def test_every_route_is_in_the_description(operation: str) -> None:
    assert oracle.knows(operation)


def test_an_incomplete_answer_is_found() -> None:
    assert oracle.answer_problems("GET /users/@me", 200, {"id": "1"})


def test_a_number_for_an_id_passes_and_is_told() -> None:
    body = {"content": "x", "message_reference": {"message_id": 7}}
    assert oracle.request_problems(SEND, body) == ([], True)
    body["message_reference"] = {"message_id": "7"}
    assert oracle.request_problems(SEND, body) == ([], False)


def test_a_problem_deep_inside_is_named() -> None:
    button = {"type": 2, "style": 1, "custom_id": "x" * 101}
    section = {"type": 9, "components": [{"type": 10, "content": "x"}], "accessory": button}
    problems, _ = oracle.request_problems(SEND, {"components": [{"type": 17, "components": [section]}]})
    assert [one.path for one in problems] == [("components", 0, "components", 0, "accessory", "custom_id")]
    assert problems[0].code == "BASE_TYPE_BAD_LENGTH"


def test_the_judge_that_takes_everything_finds_nothing() -> None:
    judge = oracle.NothingWrong()
    assert judge.request_problems(SEND, {"content": 1}) == ([], False)
    assert judge.answer_problems("GET /users/@me", 200, {"id": "1"}) == []
