"""What is struck out of words that are kept, and what has to stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.masking import STRUCK, masked

HIDDEN = (
    "anna.meier@example.com",
    "<anna@example.com>",
    "mailto:anna@localhost",
    "postgresql://capex:hunter2@db/base",
    "@anna",
    "<@U123>",
    "<@!123>",
    "<@U07ABC|anna>",
    "<@&7>",
    "<#C070000001>",
    "<!subteam^S1>",
    "U070000001",
    "W012A3CDE",
    "UC8TC7Z1B",
    "80351110224678912",
    "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy",
    "xapp-1-A0000000000-1",
    "sk-proj-abcdefghijkl",
    "ghp_abcdefghijklmnopqrst",
    "github_pat_abcdefghijkl",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs",
    "AKIAIOSFODNN7EXAMPLE",
    "9e107d9d372bb6826bd81d3542a419d6",
    "password=hunter2",
    "Passwort: hunter2",
    "API key: abc",
)
KEPT = (
    "How much did Meta spend in 2024?",
    "Wie hoch waren die skalierungsinvestitionen und KI-Infrastrukturinvestitionen-2024?",
    "Meta-2024-Investitionsausgaben-Q3-2025",
    "US$35–40 bn of H100-Cluster-Investitionen",
    "CAPEX2024 DATACENTER2025",
    "R&D <5 % @ meta, 13,470,000,000 dollars or 13470000000",
    "https://example.com/investor-relations/results",
    "the price of a token",
)


@pytest.mark.parametrize("secret", HIDDEN)
def test_it_is_struck_out_and_the_words_around_it_stay(secret: str) -> None:
    assert masked(f"capex {secret} of meta") == f"capex {STRUCK} of meta"


@pytest.mark.parametrize("text", KEPT)
def test_a_question_stays_as_it_is(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="aA1@<!#.-_= :"), st.text(alphabet="aA1@<!#.-_= :"))
def test_no_address_is_left_whatever_stands_around_it(before: str, after: str) -> None:
    assert "anna@example" not in masked(f"{before}anna@example.com{after}")


@given(st.text(alphabet="aA1@<>!#.-_= :"))
def test_what_was_struck_out_once_needs_it_no_more(text: str) -> None:
    assert "@a" not in masked(text)
