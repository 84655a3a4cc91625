import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.line import Line
from bot.reply import Reply
from bot.wording.citations import excerpt
from knowledge.store import Store

from .samples import ON, billions, claim, found, line, year

WORDS = st.lists(st.text("abcäöü.,»", min_size=1, max_size=14), min_size=1, max_size=60).map(" ".join)


def core(text: str) -> str:
    return text.removeprefix("… ").removesuffix(" …")


def spans_of(quote: str, places: tuple[int, int]) -> tuple[int, int]:
    start, end = sorted(min(place, len(quote)) for place in places)
    return start, max(end, min(start + 1, len(quote)))


@given(quote=WORDS, places=st.tuples(st.integers(0, 800), st.integers(0, 800)))
def test_an_excerpt_changes_no_word(quote: str, places: tuple[int, int]) -> None:
    assume(len(quote) <= 400)
    shown = excerpt(quote, [spans_of(quote, places)])
    assert core(shown) in quote
    assert shown.startswith("… ") or quote.startswith(core(shown))
    assert shown.endswith(" …") or quote.endswith(core(shown))


@given(quote=WORDS, places=st.tuples(st.integers(0, 400), st.integers(0, 400)))
def test_an_excerpt_holds_its_figure(quote: str, places: tuple[int, int]) -> None:
    start, end = spans_of(quote, places)
    assert quote[start:end].strip() in excerpt(quote, [(start, end)])


@given(quote=WORDS, place=st.integers(0, 60), length=st.integers(1, 25))
def test_an_excerpt_is_cut_between_words(quote: str, place: int, length: int) -> None:
    words = [match.span() for match in re.finditer(r"\S+", quote)]
    first = words[min(place, len(words) - 1)]
    last = words[min(place + length, len(words) - 1)]
    shown = core(excerpt(quote, [(first[0], last[1])]))
    assert f" {shown} " in f" {quote} "


def test_a_short_quote_is_shown_whole() -> None:
    assert excerpt("Kurz und gut.", [(0, 4)]) == "Kurz und gut."


def test_a_long_quote_without_a_figure_is_shown_from_its_beginning() -> None:
    quote = "Wort " * 70 + "Ende"
    shown = excerpt(quote, [])
    assert shown.startswith("Wort Wort")
    assert shown.endswith(" …")
    assert len(shown) <= 170


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_quote_of_the_shipped_base_is_cut_between_words(shipped_store: Store, language: str) -> None:
    del language
    torn = []
    for one, _ in shipped_store.claims("approved"):
        spans = [(one.amount.start, one.amount.end)] if one.amount else []
        if f" {core(excerpt(one.receipt.text, spans))} " not in f" {one.receipt.text} ":
            torn.append(one.id)
    assert torn == []


def test_no_excerpt_in_an_answer_begins_or_ends_inside_a_word(shipped: Line, shipped_store: Store) -> None:
    quotes = {f" {one.receipt.text} " for one, _ in shipped_store.claims("approved")}
    names = [subject.name.in_language("en") for subject in shipped_store.vocabulary().subjects]
    torn = {
        shown
        for name in names
        for shown in excerpts(shipped.ask(name, ON).reply)
        if not any(f" {core(shown)} " in quote for quote in quotes)
    }
    assert torn == set()


def excerpts(reply: Reply) -> Iterator[str]:
    """The article's words beside sources and beside figures."""
    yield from (quote for citation in reply.citations for quote in citation.quotes)
    yield from (quote for one in (*reply.lines, *reply.more) for quote in one.quotes)


def test_words_beside_a_figure_are_few(shipped: Line, shipped_store: Store) -> None:
    names = [subject.name.in_language("en") for subject in shipped_store.vocabulary().subjects]
    replies = [shipped.ask(name, ON).reply for name in names]
    long = {
        quote for reply in replies for one in (*reply.lines, *reply.more) for quote in one.quotes if len(quote) > 180
    }
    assert long == set()


def test_citations_stand_in_the_order_of_their_numbers_from_one() -> None:
    base = [
        claim(key, billions(place + 1), key, period=year(2016 + 2 * place))
        for place, key in enumerate(("spring", "summer", "autumn"))
    ]
    reply = line(*base).ask("meta capex", ON).reply
    assert [citation.number for citation in reply.citations] == [1, 2, 3]
    assert [citation.title for citation in reply.citations] == ["Title of autumn", "Title of summer", "Title of spring"]
    assert [one.citations for one in reply.lines] == [(1,), (2,), (3,)]


def test_a_citation_stands_for_the_article_of_its_claims() -> None:
    answer = found([claim("one", billions(1)), claim("two", billions(1), "summer")], "meta capex")
    assert len({(entry.citation, entry.article.id) for entry in answer.entries}) == 2


@pytest.mark.parametrize(
    ("language", "source"),
    [("en", "Huang Yu, Harte KI; German, from the Chinese; original: Wallstreetcn / Hard AI"),
     ("de", "Huang Yu, Harte KI; Deutsch, aus dem Chinesischen; Original: Wallstreetcn / Hard AI")],
)  # fmt: skip
def test_a_citation_names_author_publisher_language_and_origin(shipped: Line, language: str, source: str) -> None:
    reply = shipped.ask("alphabet capex H1 2024", ON, "de" if language == "de" else "en").reply
    assert source in {citation.source for citation in reply.citations}
