"""Which words are words of their own."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.common import is_common
from tests.common_words import LIST

WORDS = LIST.read_text(encoding="utf-8").splitlines()

ENGLISH = """metal metals metaphor metadata beta alpha orange table tables apply applied amazing amazed information
    microphone parrot oracle apples mask goggles goggle mega meat miss tesla happened thought running investors"""
GERMAN = """metall metalle metapher metaphern tabelle tabellen alpen grösse gross strasse häuser häusern gegangen
    rechenzentrum entnahmen refinanzierung unternehmens musik musikalisch amazone wirtschaftlich"""
NAMES = "elliot stanley goldmann wolfgang jennifer müller schmidt lee cohn morgan"
ABBREVIATIONS = "ceo cfo gdp ipo etf eps ebitda gmbh bzw usa kpi llm saas"
MISSPELT = """appel aplle appl gogle googel goolge gooogle mircosoft micorsoft microsft microsof amazn amazom amzaon
    facebok facbook nvida nvidea nvdia tesal telsa oracel orcale intle cisoc netflx netlfix samsng samsnug siemns
    simens alphabte aplhabet barcleys zuckerburg zukerberg opneai openia chatgtp starbuks startbucks volkswagon
    adiddas mcdonlads walmrt boieng phillps nesle honeywel qualcom brodcom salesfroce spotifiy paypl shopfy
    becuase recieve seperate definately goverment thier lizens vorraussetzung warscheinlich standart"""


@pytest.mark.parametrize("word", f"{ENGLISH} {GERMAN} {NAMES} {ABBREVIATIONS}".split())
def test_a_word_a_name_and_an_abbreviation_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize(
    "word", [*MISSPELT.split(), "msft", "nvda", "amzn", "aapl", "googl", "tsla", "btc", "qwrtzplk"]
)
def test_a_misspelling_and_a_ticker_are_not(word: str) -> None:
    assert not is_common(word)


@given(word=st.text(min_size=2, max_size=12))
def test_any_word_is_common_just_when_it_is_listed(word: str) -> None:
    assert is_common(word) == (word in WORDS)


@given(word=st.sampled_from(WORDS))
def test_every_listed_word_is_common(word: str) -> None:
    assert is_common(word)


def test_the_list_is_sorted_and_folded() -> None:
    assert sorted(set(WORDS)) == WORDS
    assert [word for word in WORDS if word != word.casefold() or not word.isalpha()] == []


def test_asking_loads_no_library() -> None:
    script = "import sys; from bot.names.common import is_common; is_common('metaphor'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"rapidfuzz", "spellchecker", "wordfreq", "symspellpy", "faker"}.isdisjoint(loaded)
