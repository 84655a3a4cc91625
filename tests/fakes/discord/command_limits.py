r"""The form of command definitions beyond their schema: names, descriptions, order and sums.

The platform's pattern for names is `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$` in lower case; of the two scripts
the marks are letters too.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord.errors import Problem

CHAT, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
MOST = {CHAT: 100, USER_MENU: 15, MESSAGE_MENU: 15}
NAME, DESCRIPTION, CHOICE, SUM = 32, 100, 100, 8000
LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
        "ar",
        "he",
    ]
)

Json = dict[str, Any]


def command_set_problems(commands: list[Json]) -> Iterator[Problem]:
    """What is wrong with the whole list of one application, globally or in one guild."""
    counted = Counter(kind_of(command) for command in commands)
    for kind, most in MOST.items():
        if counted[kind] > most:
            yield Problem((), "APPLICATION_COMMANDS_EXCEEDED", f"Maximum number of commands of type {kind} is {most}")
    named = Counter((kind_of(command), command["name"]) for command in commands)
    for index, command in enumerate(commands):
        if named[kind_of(command), command["name"]] > 1:
            code = "APPLICATION_COMMANDS_DUPLICATE_NAME"
            yield Problem((index, "name"), code, "Application command names must be unique")
        yield from (problem.under(index) for problem in command_problems(command))


def kind_of(command: Json) -> int:
    return int(command.get("type") or CHAT)


def command_problems(command: Json) -> Iterator[Problem]:
    if kind_of(command) == CHAT:
        yield from _worded(command)
        yield from _options(command.get("options") or [], depth=0)
        if _length(command) > SUM:
            yield Problem((), "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({SUM})")
        return
    if command.get("description"):
        yield Problem(("description",), "APPLICATION_COMMAND_DESCRIPTION", "Context menu commands have no description")
    if command.get("options"):
        yield Problem(("options",), "APPLICATION_COMMAND_OPTIONS", "Context menu commands cannot have options")
    yield from _locales(command, "name_localizations")


def _worded(one: Json) -> Iterator[Problem]:
    """Name and description of a command or an option, in every language."""
    names = {("name",): one["name"], **_localised(one, "name_localizations")}
    for path, name in names.items():
        if not well_named(name):
            yield Problem(path, "APPLICATION_COMMAND_INVALID_NAME", f"Command name is invalid: {name!r}")
    described = {("description",): one.get("description") or "", **_localised(one, "description_localizations")}
    for path, description in described.items():
        if not 1 <= len(description) <= DESCRIPTION:
            yield Problem(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {DESCRIPTION} in length.")
    yield from _locales(one, "name_localizations")
    yield from _locales(one, "description_localizations")


def well_named(name: str) -> bool:
    return 1 <= len(name) <= NAME and name == name.lower() and all(_of_a_name(letter) for letter in name)


def _of_a_name(letter: str) -> bool:
    category = unicodedata.category(letter)
    if letter in "-_'" or category[0] == "L" or category[0] == "N":
        return True
    return category[0] == "M" and unicodedata.name(letter, "").startswith(("DEVANAGARI", "THAI"))


def _localised(one: Json, key: str) -> dict[tuple[str, ...], str]:
    return {(key, locale): text for locale, text in (one.get(key) or {}).items()}


def _locales(one: Json, key: str) -> Iterator[Problem]:
    for locale in (one.get(key) or {}).keys() - LOCALES:
        yield Problem((key, locale), "ENUM_TYPE_COERCE", f"Value {locale!r} is not a valid enum value.")


def _options(options: list[Json], *, depth: int) -> Iterator[Problem]:
    named = Counter(option["name"] for option in options)
    nested = [option["type"] in (SUBCOMMAND, GROUP) for option in options]
    if any(nested) and not all(nested):
        yield Problem(
            ("options",), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and options cannot be mixed"
        )
    asked = [bool(option.get("required")) for option in options]
    if asked != sorted(asked, reverse=True):
        code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
        yield Problem(("options",), code, "Required options must be placed before non-required options")
    for index, option in enumerate(options):
        at = ("options", index)
        if named[option["name"]] > 1:
            yield Problem((*at, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique")
        if option["type"] in (SUBCOMMAND, GROUP) and option["type"] > GROUP - depth:
            yield Problem(
                (*at, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Groups cannot be nested this deep"
            )
        yield from (problem.under(*at) for problem in (*_worded(option), *_choices(option)))
        yield from (problem.under(*at) for problem in _options(option.get("options") or [], depth=depth + 1))


def _choices(option: Json) -> Iterator[Problem]:
    if option.get("choices") and option.get("autocomplete"):
        code = "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES"
        yield Problem(("choices",), code, "Options with autocomplete cannot have choices")
    yield from choice_problems(option.get("choices") or [])


def choice_problems(choices: list[Json]) -> Iterator[Problem]:
    """Names and values of at most 100 characters, in every language."""
    for index, choice in enumerate(choices):
        texts = {("name",): choice["name"], **_localised(choice, "name_localizations")}
        if isinstance(choice["value"], str):
            texts["value",] = choice["value"]
        for path, text in texts.items():
            if not 1 <= len(text) <= CHOICE:
                code = "BASE_TYPE_BAD_LENGTH"
                yield Problem(("choices", index, *path), code, f"Must be between 1 and {CHOICE} in length.")
        yield from (problem.under("choices", index) for problem in _locales(choice, "name_localizations"))


def _length(one: Json) -> int:
    own = sum(_longest(one, key) for key in ("name", "description"))
    values = sum(len(str(choice["value"])) + _longest(choice, "name") for choice in one.get("choices") or [])
    return own + values + sum(_length(option) for option in one.get("options") or [])


def _longest(one: Json, key: str) -> int:
    """Of a text in several languages the longest counts."""
    return max(map(len, (one.get(key) or "", *(one.get(f"{key}_localizations") or {}).values())))
