"""A text cut short is its beginning, and no number in it is another one."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.cutting import LONGEST_NOTE, LONGEST_TITLE, shortened_note, shortened_title
from knowledge.store import Store

WORDS = st.lists(
    st.one_of(st.sampled_from(["5", "6.400", "14", "billion", "Mrd.", "(4,", "3", "2024", "to", "z. B.", "%", "US$"]),
              st.text("abcäöü.,;:()„“", min_size=1, max_size=9)), min_size=1, max_size=60
).map(" ".join)  # fmt: skip
YEAR_AT_THE_END = re.compile(r"\b(19|20)\d\d[.;:!?]\S*$")
NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")


def core(cut: str) -> str:
    return cut.removesuffix("…").rstrip()


@given(WORDS)
def test_a_note_cut_short_is_its_beginning_in_whole_words(text: str) -> None:
    cut = shortened_note(text)
    assert cut == text if len(text) <= LONGEST_NOTE else len(cut) <= LONGEST_NOTE + 2
    assert text.startswith(core(cut))
    assert cut == text or cut.endswith("…")
    assert text[len(core(cut)) :][:1] in ("", " ", ",")


@given(WORDS)
def test_no_number_is_parted_from_what_follows_it(text: str) -> None:
    kept = core(shortened_note(text))
    if kept != text and not YEAR_AT_THE_END.search(kept):
        assert not NUMBER.search(" ".join(kept.split(" ")[-2:]))


def cautions(store: Store) -> Iterator[str]:
    for claim, _ in store.claims("approved"):
        for caution in claim.cautions:
            yield from (caution.text.in_language("en"), caution.text.in_language("de"))


def test_each_number_of_a_shipped_caution_cut_short_has_its_unit(shipped_store: Store) -> None:
    for text in set(cautions(shipped_store)):
        kept = core(shortened_note(text))
        cut = [number for number in NUMBER.finditer(kept) if kept[number.end() :].count(" ") < 2]
        assert kept == text or cut == [] or YEAR_AT_THE_END.search(kept), text


def test_each_shipped_caution_keeps_enough_to_be_understood(shipped_store: Store) -> None:
    assert {text for text in cautions(shipped_store) if len(shortened_note(text)) < min(len(text), 25)} == set()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("All of it; the text does not say how much of the whole sum is for AI and how much for something else.",
         "All of it; the text does not say how much of the whole sum is for AI and how much for …"),
        ("This is capital expenditure as a whole: the text says neither how much of it is for AI nor what is meant.",
         "This is capital expenditure as a whole: …"),
        ("Weiter unten nennt der Artikel „ca. 167 Milliarden“ bis 2026 als Zahl von Barclays, in mehrere Teile geteilt.",  # noqa: E501
         "Weiter unten nennt der Artikel „ca. 167 Milliarden“ bis 2026 als Zahl von Barclays …"),
        ("Microsoft's own facts of the year say that what was paid for it in these months was 13.873 billion dollars.",
         "Microsoft's own facts of the year say that what was paid for it in these months was …"),
        ("The three parts named (4, 3 and 1.5 billion) add up to exactly what the whole of the estimate of costs is.",
         "The three parts named (4, 3 and 1.5 billion) add up to exactly what the whole of the …"),
        ("All of this is of the whole year of 2024. And here is why that is so: of the months nothing is known, at all.",  # noqa: E501
         "All of this is of the whole year of 2024. And here is why that is so: …"),
    ],
)  # fmt: skip
def test_a_note_is_cut_at_a_sentence_else_at_a_clause_else_at_a_word(text: str, short: str) -> None:
    assert shortened_note(text) == short


def test_a_title_is_cut_between_words() -> None:
    title = "Wettlauf nach unten: Big Tech steht vor einem großen Problem mit seinen KI-Plänen"
    assert shortened_title(title) == "Wettlauf nach unten: Big Tech steht vor einem großen …"
    assert shortened_title(title[:LONGEST_TITLE]) == title[:LONGEST_TITLE]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("字" * 80, "字" * LONGEST_TITLE + "…"),
        ("AI " + "字" * 80, "AI " + "字" * (LONGEST_TITLE - 3) + "…"),
        ("字" * 40 + "400亿美元" + "字" * 50, "字" * 40 + "400亿美元" + "字" * 14 + "…"),
        ("字" * 55 + "1,400亿美元" + "字" * 50, "字" * 55 + "…"),
        ("字" * 50 + "（2024）(" + "字" * 50, "字" * 50 + "（…"),
    ],
    ids=["letters", "a-word-first", "a-number-inside", "a-number-at-the-end", "brackets"],
)
def test_a_title_without_spaces_is_cut_between_letters_and_in_no_number(title: str, short: str) -> None:
    assert shortened_title(title) == short


@given(WORDS)
def test_a_title_cut_short_is_its_beginning(title: str) -> None:
    cut = shortened_title(title)
    assert len(cut) <= LONGEST_TITLE + 2
    assert title.startswith(core(cut))
