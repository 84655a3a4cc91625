"""Each limit bites: Slack's own error comes back through the genuine client, and the violation is on record."""

from collections.abc import Callable
from typing import Any

import pytest
import slackblocks._limits as theirs
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import SlackServer
from tests.fakes.slack.limits import LIMITS
from tests.fakes.slack_tests.tiny_bot import ANSWER, ASK_WHY, PICKER, Json, button, modal, section

pytestmark = pytest.mark.asyncio

needs_oracle = pytest.mark.skipif(bool(SlackServer.oracle_missing()), reason=str(SlackServer.oracle_missing()))


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def context(count: int) -> Json:
    return {"type": "context", "elements": [plain("x")] * count}


def rows(count: int, columns: int = 1) -> list[list[Json]]:
    return [[{"type": "raw_text", "text": "x"}] * columns for _ in range(count)]


def header(text: str) -> Json:
    return {"type": "header", "text": plain(text)}


GOOD: dict[str, list[Json]] = {
    "an answer": ANSWER,
    "50 blocks": [{"type": "divider"}] * 50,
    "section of 3000": [section("x" * 3000)],
    "rich text": [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "35", "style": {"bold": True}},
                        {"type": "link", "url": "https://example.org", "text": "1"},
                    ],
                },
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "said"}]},
            ],
        }
    ],
    "data table": [{"type": "data_table", "caption": "Capex", "rows": rows(2, 3)}],
    "table": [{"type": "table", "rows": rows(2), "column_settings": [{"align": "right"}]}],
    "feedback": [
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {"text": plain("Good"), "value": "good"},
                    "negative_button": {"text": plain("Bad"), "value": "bad"},
                }
            ],
        }
    ],
    "the same action in two blocks": [actions(button("a", "1")), actions(button("a", "2"))],
}

BAD: dict[str, tuple[list[Json], str]] = {
    "51 blocks": ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    "section too long": ([section("x" * 3001)], "/blocks/0"),
    "section empty": ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    "section without text": ([{"type": "section"}], "text or fields"),
    "field too long": ([{"type": "section", "fields": [plain("x" * 2001)]}], "/blocks/0/fields/0/text"),
    "11 fields": ([{"type": "section", "fields": [plain("x")] * 11}], "10 items"),
    "header too long": ([header("x" * 151)], "150 characters"),
    "context too many": ([context(11)], "10 elements"),
    "26 buttons": ([actions(*(button(f"a{n}", "v") for n in range(26)))], "25 elements"),
    "button too long": ([actions(button("a", "x" * 76))], "75 characters"),
    "button value too long": ([actions({**button("a", "x"), "value": "x" * 2001})], "2000 characters"),
    "action id twice": ([actions(button("a", "1"), button("a", "2"))], "action_id a already exists"),
    "block id twice": ([section("x", block_id="b"), section("y", block_id="b")], "block_id b already exists"),
    "two tables": ([{"type": "table", "rows": rows(1)}] * 2, "only 1 table allowed"),
    "uneven rows": ([{"type": "data_table", "caption": "c", "rows": [*rows(1, 2), *rows(1)]}], "same number of cells"),
    "one row": ([{"type": "data_table", "caption": "c", "rows": rows(1)}], "more than 1 items"),
    "21 columns": ([{"type": "table", "rows": rows(1, 21)}], "less than 21 items"),
    "unknown block": ([{"type": "marquee"}], "unsupported type: marquee [json-pointer:/blocks/0/type]"),
    "option too long": (
        [actions({**PICKER, "type": "static_select", "options": [{"text": plain("x" * 76), "value": "v"}]})],
        "/blocks/0",
    ),
}

STRUCTURE: dict[str, tuple[list[Json], str]] = {
    "unknown field": ([section("x", colour="red")], "colour"),
    "markup in a header": ([{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}], "/blocks/0/text"),
    "input in actions": ([actions({"type": "plain_text_input", "action_id": "a"})], "/blocks/0/elements/0"),
    "broken rich text": ([{"type": "rich_text", "elements": [{"type": "text", "text": "x"}]}], "/blocks/0/elements/0"),
}


def client(slack: SlackServer) -> AsyncWebClient:
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url)


async def refused(call: Callable[..., Any], **arguments: Any) -> SlackApiError:
    with pytest.raises(SlackApiError) as caught:
        await call(**arguments)
    return caught.value


@pytest.mark.parametrize("blocks", GOOD.values(), ids=GOOD)
async def test_good_blocks_are_taken(slack: SlackServer, blocks: list[Json]) -> None:
    answer = await client(slack).chat_postMessage(channel=slack.workspace.general.id, text="35", blocks=blocks)
    assert answer["ok"]
    assert slack.violations == []
    assert all(block["block_id"] for block in slack.messages[0].blocks)


async def expect_invalid(slack: SlackServer, blocks: list[Json], problem: str) -> None:
    error = await refused(client(slack).chat_postMessage, channel=slack.workspace.general.id, text="35", blocks=blocks)
    assert error.response["error"] == "invalid_blocks"
    assert problem in " ".join(error.response["errors"])
    assert [violation.error for violation in slack.violations] == ["invalid_blocks"]
    assert problem in str(slack.violations[0])
    assert slack.messages == []


@pytest.mark.parametrize(("blocks", "problem"), BAD.values(), ids=BAD)
async def test_bad_blocks_are_refused(slack: SlackServer, blocks: list[Json], problem: str) -> None:
    await expect_invalid(slack, blocks, problem)


@needs_oracle
@pytest.mark.parametrize(("blocks", "problem"), STRUCTURE.values(), ids=STRUCTURE)
async def test_a_wrong_structure_is_refused(slack: SlackServer, blocks: list[Json], problem: str) -> None:
    await expect_invalid(slack, blocks, problem)


async def test_12000_characters_is_the_most(slack: SlackServer) -> None:
    channel = slack.workspace.general.id
    await client(slack).chat_postMessage(channel=channel, text="x", blocks=[section("x" * 3000)] * 4)
    error = await refused(
        client(slack).chat_postMessage, channel=channel, text="x", blocks=[*[section("x" * 3000)] * 4, section("x")]
    )
    assert error.response["error"] == "msg_blocks_too_long"


async def test_texts_have_their_limits(slack: SlackServer) -> None:
    channel = slack.workspace.general.id
    error = await refused(client(slack).chat_postMessage, channel=channel, text="x" * 12_001)
    assert error.response["error"] == "msg_too_long"
    posted = await client(slack).chat_postMessage(channel=channel, text="x" * 12_000)
    error = await refused(client(slack).chat_update, channel=channel, ts=posted["ts"], text="x" * 4_001)
    assert error.response["error"] == "msg_too_long"


async def test_a_message_needs_content(slack: SlackServer) -> None:
    empty = {"channel": slack.workspace.general.id, "text": " "}
    error = await refused(client(slack).api_call, api_method="chat.postMessage", json=empty)
    assert error.response["error"] == "no_text"


async def test_blocks_without_a_text_are_taken_and_noted(slack: SlackServer) -> None:
    answer = await client(slack).api_call(
        "chat.postMessage", json={"channel": slack.workspace.general.id, "blocks": ANSWER}
    )
    assert answer["warning"] == "missing_fallback_text"
    assert [violation.error for violation in slack.violations] == ["missing_fallback_text"]


async def test_blocks_that_are_no_json_are_refused(slack: SlackServer) -> None:
    error = await refused(client(slack).chat_postMessage, channel=slack.workspace.general.id, text="x", blocks="[{")
    assert error.response["error"] == "invalid_blocks_format"


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        ({**modal(section("x")), "title": plain("x" * 25)}, "24"),
        (modal(*[{"type": "divider"}] * 101), "100"),
        ({key: value for key, value in modal(ASK_WHY).items() if key != "submit"}, "submit"),
        ({**modal(section("x")), "private_metadata": "x" * 3001}, "3000"),
        (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown"),
        (modal(), "between 1 and 100"),
        ({"type": "home", "blocks": [section("x")]}, "must be modal"),
    ],
)
async def test_a_bad_view_is_refused(slack: SlackServer, view: Json, problem: str) -> None:
    error = await refused(client(slack).views_open, trigger_id="1.2.3", view=view)
    assert error.response["error"] == "invalid_arguments"
    assert problem in " ".join(error.response["response_metadata"]["messages"])


def ours(kind: str, path: str) -> int:
    return LIMITS[kind][path][1]


async def test_the_limits_are_those_of_slackblocks() -> None:
    assert ours("section", "text.text") == theirs.SECTION_TEXT_MAX_LENGTH
    assert ours("section", "fields") == theirs.SECTION_FIELDS_MAX_ITEMS
    assert ours("section", "fields.*.text") == theirs.SECTION_FIELDS_ITEM_MAX_LENGTH
    assert ours("header", "text.text") == theirs.HEADER_TEXT_MAX_LENGTH
    assert ours("context", "elements") == theirs.CONTEXT_ELEMENTS_MAX_ITEMS
    assert ours("actions", "elements") == theirs.ACTIONS_ELEMENTS_MAX_ITEMS
    assert ours("button", "value") == theirs.BUTTON_VALUE_MAX_LENGTH
    assert ours("overflow", "options") == theirs.OVERFLOW_OPTIONS_MAX_ITEMS
    assert ours("static_select", "options.*.value") == theirs.OPTION_VALUE_MAX_LENGTH
    assert ours("data_table", "rows") == theirs.DATA_TABLE_ROWS_MAX_ITEMS
    assert ours("table", "rows") == theirs.TABLE_ROWS_MAX_ITEMS
    assert ours("markdown", "text") == theirs.MARKDOWN_TEXT_MAX_LENGTH
