import pytest

from bot.answer import Ambiguous
from bot.names import Names
from bot.read import read
from knowledge.claim import Claim
from knowledge.value import Bilingual
from knowledge.vocabulary import Metric, Subject, Vocabulary
from tests.bot.samples import ON, ask, billions, claim


def subjects(names: Names, text: str) -> tuple[str, ...]:
    question = read(text, names, ON)
    assert question.not_understood == ()
    assert question.near == ()
    return question.subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Meta", "meta"),
        ("Meta Platforms", "meta"),
        ("Google", "alphabet"),
        ("Goldman", "goldman-sachs"),
        ("Zuckerberg", "mark-zuckerberg"),
        ("hyperscalers", "cloud-giants"),
        ("künstliche Intelligenz", "ai"),
        ("Chip-Hersteller", "chip-makers"),
        ("tech giants", "big-tech"),
        ("Technologiegiganten", "big-tech"),
        ("S&P 500", "sp-500"),
        ("Mag 7", "magnificent-seven"),
    ],
)
def test_a_name_or_an_alias_names_its_subject(shipped_names: Names, text: str, subject: str) -> None:
    assert subjects(shipped_names, text) == (subject,)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("MSFT", "microsoft"),
        ("msft", "microsoft"),
        ("$MSFT", "microsoft"),
        ("META", "meta"),
        ("$META", "meta"),
        ("$meta", "meta"),
        ("AMZN", "amazon"),
        ("googl", "alphabet"),
        ("how much does NVDA make", "nvidia"),
    ],
)
def test_a_ticker_names_its_company(shipped_names: Names, text: str, subject: str) -> None:
    assert read(text, shipped_names, ON).subjects == (subject,)


@pytest.mark.parametrize(
    ("text", "subject"),
    [("Facebook", "meta"), ("Instagram", "meta"), ("WhatsApp", "meta"), ("YouTube", "alphabet"), ("Azure", "microsoft"),
     ("AWS", "amazon"), ("Amazon Web Services", "amazon"), ("Google Cloud", "alphabet")],
)  # fmt: skip
def test_a_former_name_or_a_brand_names_its_company(shipped_names: Names, text: str, subject: str) -> None:
    assert subjects(shipped_names, text) == (subject,)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Metas Umsatz", "meta"),
        ("Googles Investitionsausgaben", "alphabet"),
        ("Microsofts Ausgaben", "microsoft"),
        ("Goldman Sachs", "goldman-sachs"),
        ("Barclays", "barclays"),
    ],
)
def test_a_german_genitive_names_its_subject(shipped_names: Names, text: str, subject: str) -> None:
    assert subjects(shipped_names, text) == (subject,)


@pytest.mark.parametrize(
    "text", ["Meta's revenue", "Meta’s revenue", "META'S revenue", "metas revenue", "Facebook's revenue"]
)
def test_an_english_possessive_names_its_subject(shipped_names: Names, text: str) -> None:
    assert subjects(shipped_names, text) == ("meta",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dell'Oro", "dell oro"),
        ("Dell'Oro Group", "Dell-Oro-Group"),
        ("goldman-sachs", "Goldman Sachs"),
        ("Character.AI", "character ai"),
        ("High-Flyer", "high flyer"),
        ("start-ups", "start ups"),
        ("S&P 500", "s p 500"),
        ("Mag-7", "mag 7"),
    ],
)
def test_hyphens_apostrophes_and_points_in_a_name_do_not_matter(shipped_names: Names, one: str, other: str) -> None:
    assert subjects(shipped_names, one) == subjects(shipped_names, other) != ()


def test_the_longest_name_wins(shipped_names: Names) -> None:
    assert subjects(shipped_names, "generative AI") == ("generative-ai",)
    assert read("advertising revenue of Meta", shipped_names, ON).metrics == ("advertising-revenue",)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("metta", "meta"),
        ("alphabte", "alphabet"),
        ("aplhabet", "alphabet"),
        ("goldmann sachs", "goldman-sachs"),
        ("nvidea", "nvidia"),
        ("micorsoft", "microsoft"),
        ("microsft", "microsoft"),
        ("amazn", "amazon"),
        ("barcleys", "barclays"),
        ("eliott", "elliott-management"),
        ("zuckerburg", "mark-zuckerberg"),
        ("facebok", "meta"),
        ("sequioa capital", "sequoia-capital"),
    ],
)
def test_a_mistyped_name_names_its_one_owner(shipped_names: Names, text: str, subject: str) -> None:
    assert subjects(shipped_names, text) == (subject,)
    assert subjects(shipped_names, f"{text} capex") == (subject,)


@pytest.mark.parametrize(("text", "metric"), [("capexx", "capex"), ("cpaex", "capex"), ("revnue", "revenue"),
                                              ("Umsaz", "revenue"), ("Investitonsausgaben", "capex")])  # fmt: skip
def test_a_mistyped_metric_names_its_metric(shipped_names: Names, text: str, metric: str) -> None:
    assert read(f"meta {text}", shipped_names, ON).metrics == (metric,)


@pytest.mark.parametrize(
    "word",
    ["metadata", "metal", "metaphor", "meat", "mega", "beta", "metaverse", "table", "apply", "maple",
     "amazing", "amazed", "ape", "alpha", "alphabetical", "orange", "open", "musik",
     "Metall", "Metapher", "Beta", "Alpen", "Tabelle", "information", "reuter", "mete", "mets", "goggles", "miss"],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_name_gives_no_figure(shipped_names: Names, word: str) -> None:
    for text in (word, f"{word} capex"):
        question = read(text, shipped_names, ON)
        assert question.subjects == ()
        assert question.not_understood or question.near


@pytest.mark.parametrize("word", ["mta", "met", "aple", "xtv", "msf", "nvd", "bct"])
def test_a_short_word_is_never_taken_for_a_name_that_it_misses(shipped_names: Names, word: str) -> None:
    assert read(f"{word} capex", shipped_names, ON).subjects == ()


def test_a_short_word_that_misses_a_name_is_asked_back(shipped_names: Names) -> None:
    assert [near.subjects for near in read("xtv", shipped_names, ON).near] == [("xtb",)]


SIMILAR: list[Claim] = [claim("one", billions(1), subject="brandon"), claim("two", billions(2), subject="brandy")]


@pytest.mark.parametrize("text", ["brandoxi", "brandoxi capex", "brandoxi capital expenditure 2024"])
def test_a_mistyped_name_with_two_owners_is_asked_back_and_gives_no_figure(text: str) -> None:
    answer = ask(SIMILAR, text).answer
    assert isinstance(answer, Ambiguous)
    assert {choice.subject for choice in answer.choices} == {"brandon", "brandy"}


def test_a_name_letter_for_letter_is_not_doubted_because_another_is_near() -> None:
    assert ask(SIMILAR, "brandoxe").question.subjects == ("brandy",)


def test_a_ticker_that_is_a_word_counts_in_capitals_with_a_dollar_sign_or_alone() -> None:
    both = Bilingual(en="Key Corporation")
    names = Names(
        Vocabulary(
            subjects=(Subject(id="keycorp", kind="company", name=both, tickers=("KEY",)),),
            metrics=(Metric(id="capex", name=Bilingual(en="capex")),),
        )
    )
    for text in ("KEY capex", "$key capex", "$KEY capex", "key", "Key"):
        assert read(text, names, ON).subjects == ("keycorp",), text
    for text in ("key capex", "the key capex"):
        assert read(text, names, ON).subjects == (), text


def test_ai_beside_another_name_or_a_metric_names_no_subject_of_its_own(shipped_names: Names) -> None:
    assert read("what does Meta think about AI", shipped_names, ON).subjects == ("meta",)
    assert read("what does AI cost", shipped_names, ON).metrics
    assert read("AI", shipped_names, ON).subjects == ("ai",)
