"""The same question in Slack and on Discord: the same claims with the same receipts, cautions and sources."""

from typing import NamedTuple

import pytest

from tests.contract.due import lost
from tests.contract.scenes import Scene
from tests.contract.shown import Remark, Shown
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTIONS = (
    "meta",
    "meta capex 2024",
    "alphabet vs amazon",
    "Was gibt Microsoft für KI aus?",
    "Wie hoch war der Nettogewinn von Meta?",
    "OpenAI loss 2026",
    "nvidia data-centre revenue",
    "hyperscaler capex",
    "who is Elliott?",
    "what does Goldman Sachs say about AI?",
    "capex",
    "samsung capex",
    "meta 2031",
    "hi",
)
SLACK, DISCORD = "slack-slash", "discord-slash"


class Receipt(NamedTuple):
    """What stands with a figure: the numbers of its sources, its article's words, its notes."""

    cited: tuple[int, ...]
    quotes: tuple[str, ...]
    remarks: tuple[Remark, ...]


def receipts(shown: Shown) -> list[Receipt]:
    """Those of all rows that have one, in their order."""
    found = [Receipt(row.cited, row.quotes, row.remarks) for row in shown.rows]
    return [one for one in found if any(one)]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_both_platforms_give_the_same_claims_and_citations(stage: Stage, question: str) -> None:
    [slack] = await stage.say(SLACK, ("shipped", question))
    [discord] = await stage.say(DISCORD, ("shipped", question))
    due = stage.due(Scene(f"same {question}", question))
    assert lost(due, slack) == lost(due, discord) == []
    assert receipts(slack) == receipts(discord)
    assert slack.sources == discord.sources
    assert set(slack.choices) == set(discord.choices)
    assert slack.left == discord.left
