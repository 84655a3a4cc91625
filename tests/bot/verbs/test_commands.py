"""A first word is a verb when what follows can be its argument; everything else is a question."""

import pytest

from bot.names import Names
from bot.verbs.commands import Command, command_in
from bot.verbs.grammar import WORDS, Verb
from bot.verbs.wishes import wish_in

CAPEX = ("metric", "capex")
META = ("subject", "meta")


def command(text: str, names: Names) -> Command:
    found = command_in(text, names, None, "en")
    assert found is not None, text
    return found


@pytest.mark.parametrize("verb", list(WORDS))
def test_the_word_of_a_verb_is_a_verb_in_both_languages(shipped_names: Names, verb: Verb) -> None:
    assert [command(word, shipped_names).verb for word in WORDS[verb]] == [verb, verb]


@pytest.mark.parametrize("text", ["/capex sources meta", "SOURCES Meta", " sources:  meta. ", "Sources on $META"])
def test_a_verb_is_read_as_it_may_be_typed(shipped_names: Names, text: str) -> None:
    found = command(text, shipped_names)
    assert (found.verb, found.named) == ("sources", (META,))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("sources", ()),
        ("sources meta capex", (META, CAPEX)),
        ("sources facebook and meta", (META,)),
        ("quellen zu Investitionsausgaben", (CAPEX,)),
        ("sources mircosoft", (("subject", "microsoft"),)),
        ("sources bubble", (("topic", "bubble"),)),
        ("coverage of meta", (META,)),
        ("abdeckung meta", (META,)),
    ],
)
def test_an_argument_is_a_list_of_names(shipped_names: Names, text: str, named: tuple[tuple[str, str], ...]) -> None:
    assert command(text, shipped_names).named == named


@pytest.mark.parametrize(
    "text",
    [
        "",
        "meta",
        "meta sources",
        "help me with meta",
        "sources of revenue in 2024",
        "sources meta 2024",
        "sources say meta will spend more",
        "coverage of nvidia by analysts",
        "coverage bubble",
        "Einstellungen bei Meta",
        "Einstellungen Meta",
        "settings of the model",
        "sources " + "meta " * 120,
    ],
)
def test_anything_else_is_a_question(shipped_names: Names, text: str) -> None:
    assert command_in(text, shipped_names, None, "en") is None


@pytest.mark.parametrize("text", ["sources zorp", "coverage zorp wibble", "quellen zorp"])
def test_a_few_words_that_name_nothing_are_an_unknown_name(shipped_names: Names, text: str) -> None:
    found = command(text, shipped_names)
    assert (found.named, found.unknown) == ((), text.partition(" ")[2])


@pytest.mark.parametrize(
    ("text", "language"),
    [("help", "de"), ("hilfe", "de"), ("sources meta", "de"), ("sources for meta", "en"), ("sources Umsatz", "de")],
)
def test_an_english_verb_says_nothing_of_a_language(shipped_names: Names, text: str, language: str) -> None:
    found = command_in(text, shipped_names, None, "de")
    assert found is not None
    assert found.language == language


def test_a_language_that_is_demanded_goes_before_the_verbs_own(shipped_names: Names) -> None:
    found = command_in("hilfe", shipped_names, "en", "de")
    assert found is not None
    assert found.language == "en"


@pytest.mark.parametrize(
    ("text", "setting", "value"),
    [
        ("settings", "all", ""),
        ("settings language de", "language", "de"),
        ("settings language Deutsch", "language", "de"),
        ("einstellungen sprache auto", "language", "auto"),
        ("settings language klingon", "language", ""),
        ("settings language", "language", ""),
        ("settings channel public", "channel", "public"),
        ("einstellungen kanal öffentlich", "channel", "public"),
        ("settings channel private please", "channel", ""),
        ("settings zorp", "unknown", ""),
    ],
)
def test_settings_are_read_with_their_values(text: str, setting: str, value: str) -> None:
    found = wish_in(text)
    assert found is not None
    assert (found.setting, found.value) == (setting, value)


@pytest.mark.parametrize("text", ["settings of the model", "meta", "help", "language de"])
def test_words_that_speak_of_no_setting_are_no_wish(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "meta spent 14b",
        "33bn capex for microsoft",
        "Tesla gab 600m für KI aus",
        "Meta investiert 40 Miliarden",
        "nvidia lost 600 bilion",
    ],
)
@pytest.mark.parametrize("verb", WORDS["check"])
def test_a_figure_with_a_letter_or_a_slip_for_its_scale_is_one_to_check(
    shipped_names: Names, verb: str, sentence: str
) -> None:
    assert command(f"{verb} {sentence}", shipped_names).sentence == sentence


@pytest.mark.parametrize("text", ["check meta 2nd quarter", "check Q2b", "prüfe meta 2024"])
def test_what_names_no_figure_is_nothing_to_check(shipped_names: Names, text: str) -> None:
    assert command_in(text, shipped_names, None, "en") is None
