"""What cannot be the sort of answer that is asked for does not answer."""

from datetime import date

import pytest

from bot.answer import Found, NotFound
from bot.line import Line

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "when will Stargate be switched on?",
        "Wann wird Stargate fertig gebaut sein?",
        "how many people use ChatGPT every week?",
        "how much did Nvidia's share price recover after DeepSeek R1?",
        "What percentage of Alphabet's revenue goes into AI infrastructure?",
        "In welcher texanischen Stadt wird Stargate gebaut?",
        "What dividend does Nvidia pay?",
    ],
)
def test_another_sort_of_thing_is_no_answer(shipped: Line, text: str) -> None:
    assert isinstance(shipped.ask(text, ON).answer, NotFound)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("when will AI make its next big breakthrough?", "ai-breakthrough-timing-uncertain"),
        ("when traders sold off Google, Microsoft and Amazon, did the bosses back down?", None),
        ("how many jobs could AI automate?", "world-economy-jobs-automated-by-ai-goldman-forecast"),
        ("by how much did Nvidia's shares fall after DeepSeek R1?", "nvidia-share-price-fall-after-deepseek-r1"),
        ("How old was Google when its revenue reached 100 billion?", "alphabet-years-to-reach-revenue-mark"),
        ("for every buck OpenAI earns, how many does it lose?", "openai-loss-per-dollar-own-account"),
    ],
)
def test_the_same_sort_is(shipped: Line, text: str, claim: str | None) -> None:
    answer = shipped.ask(text, ON).answer
    assert isinstance(answer, Found)
    assert claim in {None, *(one.id for one in answer.main)}
