"""Bad input: one clear answer to whatever comes in, never a traceback, and a base that is as it was."""

import hashlib
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.program import Program, Ran, together
from tests.adapters.shape import ANSWER, misfits

CONTROLS = "".join(map(chr, [*range(1, 10), 11, 12, *range(14, 32), 127, *range(128, 160)]))
NOTHING_ASKED = {
    "empty": "",
    "spaces": " \t\u00a0\u3000 ",
    "marks only": "\u202e\u200f\u2066\u200b\ufeff",
}
HARMLESS = {
    "control characters around": f"{CONTROLS}meta{CONTROLS} capex",
    "NUL inside": "meta\0 capex",
    "right-to-left marks": "\u202emeta\u202c \u200fcapex\u2069",
    "line separators": "meta\u2028capex\u2029\x85",
    "invisible": "me\u200bta cap\u00adex",
    "full width": "ｍｅｔａ ｃａｐｅｘ",
    "code font": "`meta` capex",
    "asterisks": "**meta** *capex*",
}
NOT_UNDERSTOOD = {
    "10,000 characters": "meta " * 2000,
    "10,000 letters": "x" * 10_000,
    "10,000 digits": "9" * 10_000,
    "10,000 brackets": "(" * 10_000,
    "a million characters": "meta capex " * 100_000,
    "combining": "a" + "\u0301" * 5000,
    "escape sequence": "\x1b[31msamsung\x1b[0m capex",
    "emoji": "🚀🤑 samsung 👩‍👩‍👧‍👦",
    "SQL": "samsung'; DROP TABLE claim; --",
    "more SQL": '" OR 1=1 UNION SELECT * FROM article --',
    "rich markup": "[bold red]samsung[/bold red] [/] [link=https://evil.example]here[/link]",
    "HTML": "<b>samsung</b> <script>alert(1)</script> <!channel> <@U123>",
    "format fields": "{0} {question} %s %(x)s ${HOME} samsung",
    "path": "../../../../etc/passwd",
    "shell": "samsung; $(reboot) `reboot` | reboot",
    "option": "--corpus=/etc samsung",
    "noncharacter": "\uffff\ufffe\U0010ffff samsung",
    "huge number": "samsung " + "1" * 400,
    "huge exponent": "samsung 1e999999999 percent",
    "huge year": "samsung in the year 99999999999",
    "year nought": "samsung 0000-00-00",
}
RAW = {
    "invalid UTF-8": b"samsung \xff\xfe\xc3( capex",
    "lone surrogate": b"samsung \xed\xa0\x80 capex",
    "cut off": b"samsung capex \xe2\x82",
    "UTF-16": "samsung capex".encode("utf-16-le"),
    "byte order mark": b"\xef\xbb\xbfsamsung capex",
}


def printed(base: Path) -> str:
    return hashlib.sha256(base.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def given() -> dict[str, bytes]:
    texts = {name: text.encode() for name, text in (NOTHING_ASKED | HARMLESS | NOT_UNDERSTOOD).items()}
    return texts | RAW


@pytest.fixture(scope="module")
def ran(capex: Program, base: Path, given: dict[str, bytes]) -> Ran:
    """All of it through one process; the base is compared before and after."""
    before = printed(base)
    done = capex.run("ask", "--stdin", "--json", given=b"\n".join(given.values()) + b"\n")
    assert printed(base) == before
    return done


@pytest.fixture(scope="module")
def answers(ran: Ran, given: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return dict(zip(given, ran.objects, strict=True))


def test_each_input_has_one_answer_and_nothing_is_complained_of(ran: Ran, given: dict[str, bytes]) -> None:
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.objects) == len(given)


def test_every_answer_has_the_stable_shape(answers: dict[str, dict[str, Any]]) -> None:
    assert [one for answer in answers.values() for one in misfits(answer, ANSWER)] == []


def test_where_nothing_is_asked_help_is_the_answer(answers: dict[str, dict[str, Any]]) -> None:
    assert {name: answers[name]["outcome"] for name in NOTHING_ASKED} == dict.fromkeys(NOTHING_ASKED, "help")


def test_signs_without_a_meaning_do_not_stand_in_the_way(answers: dict[str, dict[str, Any]]) -> None:
    assert {name: answers[name]["outcome"] for name in HARMLESS} == dict.fromkeys(HARMLESS, "found")


def test_what_is_not_understood_never_gets_a_figure(answers: dict[str, dict[str, Any]]) -> None:
    names = {*NOT_UNDERSTOOD, *RAW}
    assert {name: answers[name]["outcome"] for name in names} == dict.fromkeys(names, "not_found")


def test_no_answer_repeats_a_control_or_bidirectional_character(answers: dict[str, dict[str, Any]]) -> None:
    unwanted = {*CONTROLS, "\0", *"\u202e\u202c\u200f\u2069\u2066\u2028\u2029"}
    for name, answer in answers.items():
        assert not unwanted & set(answer["text"].replace("\n", "")), name
        assert not unwanted & set(answer["question"]["text"]), name


def test_a_long_text_is_answered_shortly(answers: dict[str, dict[str, Any]]) -> None:
    assert "longer than" in answers["10,000 letters"]["text"]
    assert {name for name, answer in answers.items() if len(answer["text"]) > 10_000} == set()


@pytest.mark.parametrize("name", ["invalid UTF-8", "rich markup"])
def test_as_an_argument_it_is_answered_too(capex: Program, base: Path, given: dict[str, bytes], name: str) -> None:
    before = printed(base)
    ran = capex.having(FORCE_COLOR="1", TERM="xterm-256color").run("ask", "--", given[name])
    assert (ran.code, ran.err) == (3, "")
    assert "samsung" in ran.out
    assert "\x1b]8" not in ran.out
    assert printed(base) == before


class TestEncodings:
    """Terminals and pipes that cannot show every sign still get the whole figure."""

    ASCII = {"PYTHONIOENCODING": "ascii"}  # noqa: RUF012
    TRULY_C = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}  # noqa: RUF012
    WINDOWS = {"PYTHONIOENCODING": "cp1252"}  # noqa: RUF012
    ALL = (ASCII, TRULY_C, WINDOWS)

    def test_a_figure_keeps_its_signs(self, capex: Program) -> None:
        arguments = ("ask", "meta capex", "--more", "--on", "2024-11-05")
        for environment, ran in zip(self.ALL, self.run(capex, *arguments), strict=True):
            assert (ran.code, ran.err) == (0, "")
            shown = ran.raw.decode(environment.get("PYTHONIOENCODING", "utf-8"))
            assert any(f"US$35{dash}40 bn" in shown for dash in ("–", "-")), environment
            assert any(f"{minus}5.5%" in shown for minus in ("−", "-")), environment

    def test_json_is_whole_and_in_the_encoding_of_json(self, capex: Program) -> None:
        arguments = ("ask", "meta", "--json", "--on", "2024-11-05")
        usual = capex.run(*arguments).objects
        for ran in self.run(capex, *arguments):
            assert (ran.code, ran.err) == (0, "")
            assert ran.objects == usual

    def run(self, capex: Program, *arguments: str) -> list[Ran]:
        """What comes out under each of the encodings."""
        return together(*(partial(capex.having(**environment).run, *arguments) for environment in self.ALL))
