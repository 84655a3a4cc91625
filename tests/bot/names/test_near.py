"""Near names: what is taken for a slip, what is asked back with, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import Names
from knowledge.folding import fold, tokens
from knowledge.value import Bilingual
from knowledge.vocabulary import Subject, Vocabulary

COMPANIES = [
    "Morgan Stanley",
    "Bank of America",
    "JPMorgan Chase",
    "Elliott Management",
    "Meta Platforms",
    "Meta",
    "Open AI",
    "Visa",
    "Vista Resources",
    "Xylem",
    "Robinhood Markets",
    "Siltronic",
    "Bosch",
]
PEOPLE = ["David Cahn", "Susan Lindberg"]


def made(*companies: str, people: tuple[str, ...] = ()) -> Names:
    subjects = [Subject(id=fold(one).replace(" ", "-"), kind="company", name=Bilingual(en=one)) for one in companies]
    subjects += [Subject(id=fold(one).replace(" ", "-"), kind="person", name=Bilingual(en=one)) for one in people]
    return Names(Vocabulary(subjects=tuple(subjects)))


NAMES = made(*COMPANIES, people=tuple(PEOPLE))


def near(text: str, names: Names = NAMES) -> list[str]:
    return [owner for _, owner in names.near(tokens(text))]


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("morgen stanley", "morgan-stanley"),
        ("morgan stanly", "morgan-stanley"),
        ("bank of amercia", "bank-of-america"),
        ("jpmorgan chace", "jpmorgan-chase"),
        ("eliott management", "elliott-management"),
        ("elliott managment", "elliott-management"),
        ("robin hood markets", "robinhood-markets"),
        ("robinhoodmarkets", "robinhood-markets"),
        ("davd cahn", "david-cahn"),
    ],
)
def test_a_name_of_several_words_forgives_a_slip_in_a_word(typed: str, owner: str) -> None:
    assert near(typed) == [owner]


@pytest.mark.parametrize("typed", ["open air", "metal platforms", "visa resources", "david cohn", "susan lindbergh"])
def test_a_phrase_that_means_something_else_is_no_slip(typed: str) -> None:
    assert near(typed) == []


@pytest.mark.parametrize(("typed", "found"), [("bosh", []), ("bsch", []), ("bocsh", ["bosch"]), ("xylen", ["xylem"])])
def test_one_slip_is_forgiven_from_five_letters_on(typed: str, found: list[str]) -> None:
    assert near(typed) == found


def test_two_slips_are_forgiven_from_nine_letters_on() -> None:
    assert near("siltroniqqe") == []
    assert near("siltronnicc") == ["siltronic"]
    assert near("xyyleem") == []


def test_of_two_slips_none_hits_the_first_letter() -> None:
    names = made("Betriebskosten", "Siltronic")
    assert near("vertriebskosten", names) == []
    assert near("soltronnic", names) == ["siltronic"]
    assert near("diltronnic", names) == []


def test_a_slip_that_two_names_share_has_two_owners() -> None:
    assert near("solvax", made("Solvac", "Solvas")) == ["solvac", "solvas"]


def test_what_is_asked_back_with_comes_nearest_first() -> None:
    names = made("Quandrix", "Quandel", "Quindrix")
    assert [owner for _, owner in names.resembling("quandri")] == ["quandrix", "quandel", "quindrix"]


def test_no_more_are_asked_back_with_than_can_be_looked_up() -> None:
    names = made(*(f"Qwert{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"))
    assert len(names.resembling("qwertz9")) == 20


@given(text=st.text(max_size=30))
def test_any_words_are_looked_up_without_a_fault(text: str) -> None:
    words = tokens(text)
    assert NAMES.near(words) == NAMES.near(tokens(f"  {text}\t"))
    for word in words:
        assert set(NAMES.resembling(word.folded)) <= {("subject", owner) for owner in NAMES.subjects}


@given(st.sampled_from([*COMPANIES, *PEOPLE]), st.sampled_from(["?", ".", "!", " …", ")", '"']))
def test_punctuation_after_a_name_changes_nothing(name: str, end: str) -> None:
    mistyped = name[:3] + name[3:].replace("a", "aa", 1)
    assert near(mistyped + end) == near(mistyped)
