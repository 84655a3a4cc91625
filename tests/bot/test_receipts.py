"""The first promise over the whole shipped base: whatever number an answer tells, a cited claim has it.

The plain text is taken apart here by its own rules, line by line: a line's numbers must be those of the claims that
it cites, or a calculation's that is marked as one.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest

from bot.answer import Entry, Found
from bot.line import Asked, Line
from bot.plain import plain_text
from bot.reply import Reply
from knowledge.claim import Claim
from knowledge.store import Store
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary

from .samples import ON

SCALES = {"": 0, "m": 6, "Mio.": 6, "million": 6, "Millionen": 6, "bn": 9, "Mrd.": 9, "billion": 9, "Milliarden": 9,
          "tn": 12, "Bio.": 12, "trillion": 12, "Billionen": 12}  # fmt: skip
NUMBER = r"\d+(?:[.,]\d+)*"
FIGURE = re.compile(rf"({NUMBER})(?:–({NUMBER}))?(?: ({'|'.join(map(re.escape, filter(None, SCALES)))})(?!\w))?")
CITED = re.compile(r"\[(\d+)\]")


class Piece(NamedTuple):
    """A line of the plain text: what kind it is, its words, and the numbers of the sources that it cites."""

    kind: str
    text: str
    cited: frozenset[int]


def pieces(text: str) -> Iterator[Piece]:
    """The lines of a plain text; a note cites what its line cites besides what it names itself."""
    headline, *lines = text.split("\n")
    yield Piece("headline", headline, frozenset())
    current: frozenset[int] = frozenset()
    for line in lines:
        cited = frozenset(map(int, CITED.findall(line)))
        if line.startswith("  «"):
            yield Piece("quote", line.strip()[1:-1], current)
        elif line.startswith("  http"):
            yield Piece("url", line.strip(), current)
        elif line.startswith("  "):
            yield Piece("calculated" if line.startswith("  =") else "note", line[4:], current | cited)
        elif re.match(r"\[\d+\] ", line):
            current = frozenset({int(line[1 : line.index("]")])})
            yield Piece("citation", line, current)
        elif line.startswith("→ "):
            yield Piece("action", line, frozenset())
        elif cited:
            current = cited
            yield Piece("line", line, cited)
        else:
            yield Piece("rest", line, frozenset())


def values(text: str, language: Language) -> Iterator[tuple[str, Decimal]]:
    """Each number of a text with its value, scale words counted."""
    thousands, point = (",", ".") if language == "en" else (".", ",")
    for match in FIGURE.finditer(text):
        for digits in filter(None, match.groups()[:2]):
            plain = digits.replace(thousands, "").replace(point, ".")
            if plain.count(".") <= 1:
                yield digits, Decimal(plain).scaleb(SCALES[match.group(3) or ""])


def words_of(claim: Claim, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    """Texts of a claim that an answer shows as they stand."""
    yield claim.statement.in_language(language)
    yield from (caution.text.in_language(language) for caution in claim.cautions)
    yield from (contrast.reason.in_language(language) for contrast in claim.contrasts)
    ids = {claim.subject, claim.metric, claim.speaker, claim.via, claim.basis, claim.of, *claim.about}
    for kind in (vocabulary.subjects, vocabulary.metrics, vocabulary.bases, vocabulary.wholes):
        yield from (entry.name.in_language(language) for entry in kind if entry.id in ids)


def dates_of(entry: Entry) -> Iterator[str]:
    """Digits that name a claim's period or its article's date."""
    period, published = entry.claim.period, entry.article.published.date
    yield from (str(published.day), str(published.year))
    if period:
        yield from re.findall(r"\d+", f"{period.label} {period.baseline or ''}")
        for day in (period.start, period.end):
            if day:
                yield from (str(day.day), str(day.year), str((day.month + 2) // 3), str((day.month + 5) // 6))


def strangers(piece: Piece, answer: Found, vocabulary: Vocabulary) -> list[str]:
    """Numbers of a piece that no cited claim has."""
    entries = [entry for entry in answer.entries if entry.citation in piece.cited]
    language = answer.question.language
    text = CITED.sub("", piece.text)
    told = {words.removesuffix(".") for entry in entries for words in words_of(entry.claim, vocabulary, language)}
    for words in sorted(told, key=len, reverse=True):
        text = text.replace(words, "")
    dates = {digits for entry in entries for digits in dates_of(entry)}
    amounts = {
        end for entry in entries if entry.claim.amount for end in (entry.claim.amount.low, entry.claim.amount.high)
    }
    if piece.kind == "calculated":
        amounts |= {abs(calculated.value) for calculated in answer.calculated}
    return [digits for digits, value in values(text, language) if digits not in dates and value not in amounts]


def questions(store: Store, line: Line, language: Language) -> Iterator[Asked]:
    """Every subject, and every subject with each metric that it has a claim on, asked by name."""
    vocabulary = store.vocabulary()
    subjects = {subject.id: subject.name.in_language(language) for subject in vocabulary.subjects}
    metrics = {metric.id: metric.name.in_language(language) for metric in vocabulary.metrics}
    pairs = {(claim.subject, claim.metric) for claim, _ in store.claims("approved") if claim.metric}
    texts = [
        *subjects.values(),
        *sorted(f"{subjects[subject]} {metrics[metric]}" for subject, metric in pairs if metric),
    ]
    yield from (line.ask(text, ON, language) for text in texts)


Answered = dict[Language, list[Asked]]


@pytest.fixture(scope="module")
def answered(shipped: Line, shipped_store: Store) -> Answered:
    """The answers to all these questions, in each language."""
    languages: tuple[Language, ...] = ("en", "de")
    return {language: list(questions(shipped_store, shipped, language)) for language in languages}


@pytest.fixture(params=["en", "de"])
def asked(request: pytest.FixtureRequest, answered: Answered) -> list[Asked]:
    """All answers in one language."""
    return answered["de" if request.param == "de" else "en"]


def found_with_pieces(asked: Iterable[Asked]) -> Iterator[tuple[Found, Piece]]:
    for one in asked:
        if isinstance(one.answer, Found):
            yield from ((one.answer, piece) for piece in pieces(plain_text(one.reply)))


def test_nearly_every_subject_and_every_one_with_its_metric_has_an_answer(asked: list[Asked]) -> None:
    refused = [one.question.text for one in asked if one.reply.outcome != "found"]
    assert len(asked) > 150
    assert len(refused) <= 5, refused


def test_every_number_of_a_line_belongs_to_a_claim_that_it_cites(asked: list[Asked], shipped_store: Store) -> None:
    vocabulary = shipped_store.vocabulary()
    unproved = [
        (answer.question.text, piece.text, unknown)
        for answer, piece in found_with_pieces(asked)
        if piece.kind in ("line", "note", "calculated") and (unknown := strangers(piece, answer, vocabulary))
    ]
    assert unproved == []


def test_every_calculated_number_says_so_and_names_both_sources(asked: list[Asked]) -> None:
    marked = [(answer, piece) for answer, piece in found_with_pieces(asked) if piece.kind == "calculated"]
    assert marked
    for answer, piece in marked:
        assert piece.text.endswith(("(calculated)", "(berechnet)"))
        inputs = [calculated.inputs for calculated in answer.calculated]
        cited = {entry.claim.id for entry in answer.entries if entry.citation in piece.cited}
        assert any(cited >= set(pair) for pair in inputs)


def test_every_other_number_is_one_of_the_question_a_name_an_age_or_a_date(
    asked: list[Asked], shipped_store: Store
) -> None:
    names = " ".join(str(subject.model_dump()) for subject in shipped_store.vocabulary().subjects)
    for answer, piece in found_with_pieces(asked):
        if piece.kind in ("headline", "rest"):
            unknown = [digits for digits in re.findall(NUMBER, piece.text) if digits not in names]
            newest = max(entry.article.published.date for entry in answer.entries)
            months = (ON.year - newest.year) * 12 + ON.month - newest.month
            assert all(abs(int(digits) - months) <= 12 for digits in unknown), piece.text


def test_every_citation_gives_title_and_date_of_the_article_that_its_number_stands_for(asked: list[Asked]) -> None:
    for answer, piece in found_with_pieces(asked):
        if piece.kind == "citation":
            articles = {entry.article.id: entry.article for entry in answer.entries if entry.citation in piece.cited}
            assert len(articles) == 1
            (article,) = articles.values()
            assert article.title in piece.text
            assert str(article.published.date.year) in piece.text.replace(article.title, "")


def test_every_quote_stands_word_for_word_in_a_quote_of_its_article(asked: list[Asked]) -> None:
    for answer, piece in found_with_pieces(asked):
        if piece.kind == "quote":
            core = piece.text.removeprefix("… ").removesuffix(" …")
            quotes = [entry.claim.receipt.text for entry in answer.entries if entry.citation in piece.cited]
            assert any(core in quote for quote in quotes), piece.text


def test_every_claim_of_an_answer_is_cited_by_a_number_that_stands_in_its_citations(asked: list[Asked]) -> None:
    for one in asked:
        if isinstance(one.answer, Found):
            listed = {citation.number: citation.title for citation in one.reply.citations}
            shown = [number for line in (*one.reply.lines, *one.reply.more) for number in line.citations]
            for entry in one.answer.entries:
                assert listed[entry.citation] == entry.article.title
                assert entry.citation in shown


def test_every_claim_has_its_quote_among_the_quotes_of_its_citation(asked: list[Asked]) -> None:
    for one in asked:
        if isinstance(one.answer, Found):
            quotes = {citation.number: citation.quotes for citation in one.reply.citations}
            for entry in one.answer.entries:
                cores = [quote.removeprefix("… ").removesuffix(" …") for quote in quotes[entry.citation]]
                assert any(core in entry.claim.receipt.text for core in cores), entry.claim.id


def test_every_amount_of_an_answer_stands_in_the_quotes_that_it_shows(asked: list[Asked]) -> None:
    for one in asked:
        if isinstance(one.answer, Found):
            quotes = {citation.number: citation.quotes for citation in one.reply.citations}
            for entry in one.answer.entries:
                printed = entry.claim.amount.text if entry.claim.amount else ""
                assert any(printed in quote for quote in quotes[entry.citation]), entry.claim.id


def test_every_figure_has_words_of_its_article_beside_it_that_hold_its_amount(asked: list[Asked]) -> None:
    for one in asked:
        if isinstance(one.answer, Found):
            proved = {entry.claim.id for entry in one.answer.entries if _proved(entry, one.reply)}
            assert proved == {entry.claim.id for entry in one.answer.entries}


def _proved(entry: Entry, reply: Reply) -> bool:
    """Whether a line that cites the claim's article has words of its quote, with the amount in them."""
    printed = entry.claim.amount.text if entry.claim.amount else ""
    lines = (line for line in (*reply.lines, *reply.more) if entry.citation in line.citations)
    return any(
        printed in quote and quote.removeprefix("… ").removesuffix(" …") in entry.claim.receipt.text
        for line in lines
        for quote in line.quotes
    )


def test_the_check_itself_finds_a_number_that_no_claim_has(shipped: Line, shipped_store: Store) -> None:
    one = shipped.ask("meta capex", ON, "en")
    assert isinstance(one.answer, Found)
    vocabulary = shipped_store.vocabulary()
    for text in ("2024 guidance: US$36–40 bn, Meta [1]", "US$35 m [1]", "2031 forecast [1]", "US$6.7 tn, Susan Li [1]"):
        assert strangers(Piece("line", text, frozenset({1})), one.answer, vocabulary), text
    assert strangers(Piece("line", "US$40 bn [2]", frozenset({2})), one.answer, vocabulary) == []
    assert strangers(Piece("line", "US$6.7 bn [2]", frozenset({2})), one.answer, vocabulary) == ["6.7"]
