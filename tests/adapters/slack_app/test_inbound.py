"""What people type reaches the bot as they typed it, and Slack's codes do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack_app.blocks import escaped
from adapters.slack_app.inbound import plain_text

BOT = "U0BOT"
CODES = ["<@U0BOT>", "<@U0BOT|capex>", "<@U1>", "<#C1>", "<!here>", "<!subteam^S1>", "<https://x.example/a?b=1&amp;c>"]
typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
literal = typed.filter(lambda text: text == text.strip())


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("<@U0BOT> meta", "meta"),
        ("<@U0BOT|capex bot> meta", "meta"),
        ("meta <@U0BOT>", "meta"),
        ("what does <@U1|susan> say", "what does susan say"),
        ("<#C1|capex-talk> meta", "capex-talk meta"),
        ("<!subteam^S1|@finance> meta", "@finance meta"),
        ("<!date^1392734382^{date}|18 Feb 2014> meta", "18 Feb 2014 meta"),
        ("<http://nvidia.com|nvidia.com>", "nvidia.com"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("AT&amp;T", "AT&T"),
        ("S&amp;P 500 &gt; 5000", "S&P 500 > 5000"),
        ("&amp;lt;", "&lt;"),
        ("&lt;@U0BOT&gt;", "<@U0BOT>"),
        ("“meta”", "“meta”"),
    ],
)
def test_a_text_is_read_as_it_was_typed(sent: str, said: str) -> None:
    assert plain_text(sent, BOT) == said


@given(st.lists(st.sampled_from(CODES), max_size=4), literal)
def test_codes_without_a_label_leave_nothing_behind(codes: list[str], words: str) -> None:
    assert plain_text(" ".join([*codes, escaped(words)]), BOT) == words


@given(literal)
def test_what_is_typed_literally_stays_literal(words: str) -> None:
    assert plain_text(escaped(words), BOT) == words


@given(st.lists(st.one_of(st.sampled_from([*CODES, "<", ">", "|", "&", "&amp", "<@"]), typed), max_size=6))
def test_no_text_is_too_broken_to_be_read(parts: list[str]) -> None:
    assert isinstance(plain_text("".join(parts), BOT), str)
