"""README.md is held to the program: its transcripts, and every command, option and setting that it names."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest

from adapters.command_line import capex as group
from bot.settings import Settings
from tests.adapters.program import CAPEX, ROOT, SLOWEST, Program, person_in

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROMPT = re.compile(r"^\$ (?:uv run )?(?=capex )", re.MULTILINE)
BLOCKS = [block for block in re.findall(r"(?ms)^```\w*\n(.*?)^```$", README) if PROMPT.match(block)]
TRANSCRIPTS = [one.partition("\n")[::2] for block in BLOCKS for one in PROMPT.split(block)[1:]]
SETTING = re.compile(r"\bCAPEX_[A-Z][A-Z_]*[A-Z]\b")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
NOT_OURS = {"--help"}


def options() -> dict[str, set[str]]:
    """The long options of each command; those of a group are those of its commands."""
    assert isinstance(group, click.Group)
    return {name: options_of(command) for name, command in group.commands.items()}


def options_of(command: click.Command) -> set[str]:
    own = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    return own.union(*map(options_of, command.commands.values())) if isinstance(command, click.Group) else own


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A terminal of 80 columns, on a machine where the first transcript is the first start."""
    program = Program(person_in(tmp_path_factory.mktemp("person")))
    return {**program.environment, "PATH": os.pathsep.join((str(CAPEX.parent), os.environ["PATH"]))}


def test_there_is_a_transcript() -> None:
    assert TRANSCRIPTS


@pytest.mark.parametrize(("command", "shown"), TRANSCRIPTS, ids=[command for command, _ in TRANSCRIPTS])
def test_a_transcript_is_what_the_program_says(command: str, shown: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SLOWEST,
        check=False,
    )
    assert done.stdout.decode().rstrip("\n") == shown.rstrip("\n")


@pytest.mark.parametrize("command", [command for command, _ in TRANSCRIPTS if " ask " in command])
def test_a_transcript_names_its_day(command: str) -> None:
    assert "--on" in shlex.split(command)


def code_in_readme() -> list[str]:
    """The code spans and the lines of code blocks."""
    text = re.sub(r"(?ms)^```\w*\n(.*?)^```$", lambda block: re.sub(r"(?m)^(?!\$).*$", "", block[1]), README)
    spans = re.findall(r"`([^`\n]+)`", text)
    return [*spans, *re.findall(r"(?m)^(?: {4}|\$ )(.*)$", text)]


def commands_in(code: str) -> set[str]:
    return set(re.findall(r"(?<![/\w])capex ([a-z]+)\b", code))


def test_every_command_that_is_named_exists() -> None:
    named = {command for code in code_in_readme() for command in commands_in(code)}
    assert named - options().keys() == set()


def test_every_command_that_exists_is_named() -> None:
    named = {command for code in code_in_readme() for command in commands_in(code)}
    assert options().keys() - named == set()


def test_every_option_that_is_named_belongs_to_a_command() -> None:
    known = options()
    for line in README.splitlines():
        named = {command for code in re.findall(r"`([^`]+)`", line) for command in commands_in(code)}
        of_these = set().union(*(known.get(command, set()) for command in named or known))
        spans = [code for code in re.findall(r"`([^`]+)`", line) if code.startswith(("--", "capex "))]
        wrong = {option for span in spans for option in OPTION.findall(span)} - of_these - NOT_OURS
        assert not wrong, line


def test_every_option_that_exists_is_named() -> None:
    named = set(OPTION.findall(README))
    assert set().union(*options().values()) - named == set()


def sources(*folders: str) -> str:
    files: list[Path] = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def settings(text: str) -> set[str]:
    return set(SETTING.findall(text))


def test_every_variable_that_is_read_is_named() -> None:
    assert set(Settings.variables().values()) - set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", README)) == set()


def test_every_variable_of_a_platform_that_is_named_is_read() -> None:
    named = set(re.findall(r"\b(?:SLACK|DISCORD)_[A-Z_]+[A-Z]\b", README))
    assert named - set(Settings.variables().values()) == set()


def test_every_setting_that_is_named_exists() -> None:
    assert settings(README) - settings(sources("adapters", "bot", "knowledge", "tests")) == set()


def test_every_setting_that_exists_is_named() -> None:
    assert settings(sources("adapters", "bot", "knowledge")) - settings(README) == set()
