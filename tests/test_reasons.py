"""Reasons: each has its words in both languages, and nothing that a curator is refused with has them in one alone."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from knowledge.amount import Bound
from knowledge.check.phrases import why as found
from knowledge.claim import InferredField, Measure, State, Status
from knowledge.fault import Fault
from knowledge.period import Flow, PeriodKind
from knowledge.reason import Reason, Reasons, called, one_by_one, together

ROOT = Path(__file__).parent.parent
TABLES: dict[str, Reasons] = {
    module: import_module(module).why
    for module in (
        "knowledge.unfit",
        "knowledge.check.phrases",
        "knowledge.proposing.phrases",
        "bot.wording.phrases_of_refusals",
        "adapters.articles.phrases",
    )
} | {"knowledge.store.revising": import_module("knowledge.store.revising").why}
PHRASES = [(module, key) for module, table in TABLES.items() for key in table.phrases]
TELLING = (
    *sorted(ROOT.glob("bot/curation/*.py")),
    *(path for path in sorted(ROOT.glob("adapters/articles/*.py")) if path.stem != "feed"),
    *sorted(ROOT.glob("knowledge/check/*.py")),
    *sorted(ROOT.glob("knowledge/proposing/*.py")),
    *(ROOT / f"knowledge/{name}.py" for name in ("amount", "claim", "period", "value", "store/revising")),
    ROOT / "adapters/terminal/reviewing.py",
)
ONLY_IN_FILES = {"corpus", "identity", "loading", "texts"}
"""Modules of the check that tell whoever mends files about files, and not about a claim; in English."""


def parts(phrase: str) -> list[str]:
    """The parts that a phrase has, by their numbers."""
    named = [name for _, name, _, _ in Formatter().parse(phrase) if name is not None]
    return sorted(name or str(number) for number, name in enumerate(named))


@pytest.mark.parametrize(("module", "key"), PHRASES)
def test_a_reason_has_the_same_parts_in_both_languages_on_one_line(module: str, key: str) -> None:
    english, german = TABLES[module].phrases[key]
    assert set(parts(german)) <= set(parts(english))
    assert key == "ranging" or parts(german) == parts(english)
    for words in (english, german):
        assert words
        assert words == " ".join(words.split())


@pytest.mark.parametrize(("module", "key"), PHRASES)
def test_the_german_of_a_reason_is_no_english(module: str, key: str) -> None:
    english, german = TABLES[module].phrases[key]
    assert not re.search(r"\b(the|is|of|and|not|no|has|claim|its)\b|'", german)
    assert english != german or not re.search(r"[a-z]", german)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call of a plain name in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def tables_in(path: Path) -> dict[str, Reasons]:
    """The tables of reasons that a file uses, by the names that it has for them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in TABLES)
    named = {
        one.asname or one.name: TABLES[str(node.module)] for node in imports for one in node.names if one.name == "why"
    }
    own = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return named | ({"why": TABLES[own]} if own in TABLES else {})


@pytest.mark.parametrize("path", TELLING, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_reason_that_is_given_is_in_its_table_and_has_all_its_parts(path: Path) -> None:
    tables = tables_in(path)
    for name, call in calls(path):
        if name not in tables or any(isinstance(one, ast.Starred) for one in call.args):
            continue
        key, *given = call.args
        for one in keys_of(key):
            assert one in tables[name].phrases
            assert len(given) == len(set(parts(tables[name].phrases[one][0])))


def keys_of(node: ast.expr) -> Iterator[str]:
    """The keys that an expression may be, where they stand there."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from keys_of(node.body)
        yield from keys_of(node.orelse)


@pytest.mark.parametrize("path", TELLING, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_a_curator_is_told_stands_in_one_language_alone(path: Path) -> None:
    if path.parent.name == "check" and path.stem in ONLY_IN_FILES:
        return
    for name, call in calls(path):
        if name in {"Fault", "Outdated", "Unfit", "Unfinished", "ValueError"}:
            assert not any(isinstance(one, ast.Constant | ast.JoinedStr) for one in call.args)


@pytest.mark.parametrize(
    ("key", "table"),
    [
        *((f"kind_{kind}", "knowledge.unfit") for kind in get_args(PeriodKind)),
        *((f"bound_{bound}", "knowledge.unfit") for bound in get_args(Bound)),
        *((f"measure_{measure}", "knowledge.unfit") for measure in get_args(Measure)),
        *((f"the_{kind}", "knowledge.check.phrases") for kind in get_args(PeriodKind)),
        *((f"status_{status}", "knowledge.check.phrases") for status in get_args(Status)),
        *((f"field_{field}", "knowledge.check.phrases") for field in get_args(InferredField)),
        *((f"flow_{flow}", "knowledge.check.phrases") for flow in get_args(Flow) if flow.startswith("per_")),
        *((f"state_{state}", "bot.wording.phrases_of_refusals") for state in get_args(State)),
    ],
)
def test_every_kind_that_a_reason_may_name_has_its_words(key: str, table: str) -> None:
    assert all(TABLES[table].phrases[key])


def test_numbers_and_days_stand_as_a_language_writes_them() -> None:
    told = found("quote_reads_another", found("bounded", found("bound_about"), Decimal("40000000000.5"), "USD"), "x")
    assert str(told) == "in the whole quote the reader finds about 40000000000.5 USD, not x"
    assert told.in_language("de") == "das ganze Zitat ergibt rund 40.000.000.000,5 USD, nicht x"
    began = found("begins_after", found("status_actual"), date(2025, 1, 2), None)
    assert str(began) == "is 'actual' and begins on 2025-01-02, after the article (None)"
    assert began.in_language("de") == "„Ist“ passt nicht: Der Zeitraum beginnt am 02.01.2025, nach dem Artikel (–)"


def test_several_reasons_are_told_as_one() -> None:
    three = [Reason(one, f"{one} en", f"{one} de") for one in "abc"]
    assert str(together(three)) == "a en and b en and c en"
    assert together(three).in_language("de") == "a de und b de und c de"
    assert one_by_one(three).in_language("de") == "a de; b de; c de"


def test_what_is_typed_in_braces_is_told_as_it_was_typed() -> None:
    told = TABLES["bot.wording.phrases_of_refusals"]("not_quoted", "{0} {x}")
    assert told.in_language("de") == "„{0} {x}“ steht nicht im Zitat"
    assert called("a {0}", "b {1}").in_language("de") == "b {1}"


def test_a_fault_of_the_machine_is_told_as_it_is() -> None:
    assert Fault("the disk is full").in_language("de") == "the disk is full"
