"""The answers of the shipped base can be drawn whole, whatever their kind."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.line import Line
from tests.adapters.discord_app.markup import shown, undecorated
from tests.fakes.discord.components import BUTTON, walk
from tests.pictures.__main__ import QUESTIONS
from tests.pictures.page import page
from tests.pictures.reading import HOSTILE
from tests.pictures.reading import seen as text_of
from tests.pictures.sent import sent

_ON = date(2024, 12, 1)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_all_that_slack_is_sent_is_seen(shipped: Line, asked: str) -> None:
    slack, _ = sent(shipped, asked, _ON)
    seen = text_of(slack.html)
    assert all(text in seen for text in _texts(slack.json["blocks"]))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_all_that_discord_is_sent_is_seen(shipped: Line, asked: str) -> None:
    _, discord = sent(shipped, asked, _ON)
    seen = text_of(discord.html)
    parts = [one for _, one in walk(discord.json["components"])]
    texts = [line for one in parts if "content" in one for line in one["content"].split("\n")]
    assert texts
    assert all(shown(undecorated(line, set())) in seen for line in texts)
    assert all(one["label"] in seen for one in parts if one["type"] == BUTTON)


def test_a_command_is_answered_in_private_and_a_mention_can_be_deleted(shipped: Line) -> None:
    for command, mention in zip(sent(shipped, "/capex meta", _ON), sent(shipped, "meta", _ON), strict=True):
        assert (command.private, mention.private) == (True, False)
        assert "Delete" not in text_of(command.html)
        assert text_of(mention.html).endswith("Delete")


@pytest.mark.parametrize("platform", ["slack", "discord"])
def test_a_hostile_question_stays_text_on_its_page(platform: str) -> None:
    made = page(platform, HOSTILE, "answer", private=True)
    before, _, _ = made.partition("<script>document.")
    assert HOSTILE in text_of(before)
    assert "answer" in text_of(before)


def _texts(value: Any) -> Iterator[str]:
    """All texts in JSON, found without knowing its forms."""
    for found in _objects(json.loads(json.dumps(value))):
        if isinstance(found.get("text"), str):
            yield found["text"]


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _objects(one)
    elif isinstance(value, dict):
        yield value
        yield from _objects(list(value.values()))
