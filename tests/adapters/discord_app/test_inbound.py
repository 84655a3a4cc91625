"""What arrives from Discord is the text a person wrote, without the wire's references."""

import pytest
from hypothesis import given

from adapters.discord_app.inbound import plain_question

from .hostile import texts
from .markup import live

_CHANNELS = {7: "ai-capex"}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<@1> meta", "meta"),
        ("meta capex <@!1>", "meta capex"),
        ("<@&5>meta<@1>capex", "meta capex"),
        ("meta <:rocket:9> <a:party:10>", "meta"),
        ("what of <#7>", "what of ai-capex"),
        ("what of <#8>", "what of"),
        ("</capex:12> meta", "/capex meta"),
        ("</capex ask:12> meta", "/capex ask meta"),
        ("meta <t:1714003200:D>", "meta 2024-04-25"),
        ("meta <t:1714003200>", "meta 2024-04-25"),
        ("meta <t:-99999999999:R>", "meta"),
        ("meta <id:customize>", "meta"),
        ("  meta\n capex ", "meta capex"),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_references_become_words_or_nothing(content: str, text: str) -> None:
    assert plain_question(content, _CHANNELS) == text


@given(texts)
def test_no_reference_is_left(content: str) -> None:
    references = {"mention", "channel", "moment", "emoji", "guide"}
    assert not live(plain_question(content)) & references
