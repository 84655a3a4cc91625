"""robots.txt, as RFC 9309 has it."""

import pytest

from adapters.articles.robots import NOTHING, Robots, read_robots

RULES = """\
# a comment
User-agent: *
Disallow: /

User-agent: other-bot
User-Agent: Capex-Bot
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /a*b*c
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private", False),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/x.pdf", False),
        ("/x.pdf?y", True),
        ("/a1b2c3", False),
        ("/a1c2b3", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert read_robots(RULES).may_fetch(path) is allowed


def test_whoever_is_not_named_keeps_the_rules_for_everybody() -> None:
    assert not read_robots("User-agent: *\nDisallow: /news\n\nUser-agent: x\nAllow: /").may_fetch("/news/1")


def test_allowing_wins_a_tie() -> None:
    assert read_robots("User-agent: *\nDisallow: /x\nAllow: /x").may_fetch("/x")


def test_no_rules_forbid_nothing_and_rules_that_cannot_be_had_forbid_all() -> None:
    assert Robots().may_fetch("/x")
    assert not NOTHING.may_fetch("/x")


def test_a_pattern_of_many_stars_is_no_work() -> None:
    rules = read_robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "$")
    assert rules.may_fetch("/" + "a" * 1500 + "b")
