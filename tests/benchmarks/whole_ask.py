"""A whole ask in one process, from text to Reply: the shipped base, and one with 1e5 claims and 10k names.

Both bases get the same kinds of questions in the same numbers, so that the ratio compares like with like; what a kind
costs is shown by itself, since a mistyped name is searched among all names and a figure is not.
"""

import random
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from statistics import median

from bot.line import Line
from bot.places import shipped_corpus
from knowledge.store import Store
from knowledge.vocabulary import Subject
from tests.benchmarks.synthetic import base
from tests.benchmarks.timing import ROUNDS, quantile, shown

_LARGE = 100_000
DAY = date(2024, 11, 5)
_OF_A_KIND = 12
_METRIC_OF_SHIPPED = "capex"
_GROWING = ("metric alone", "typo", "unknown")
"""Kinds that look at all subjects of a metric or at all names; the mix is also shown without them."""

Kind = Callable[[Subject, Subject, str], str]
_KINDS: Mapping[str, Kind] = {
    "figure": lambda one, _, metric: f"/capex {_name(one)} {metric}",
    "figure of a year": lambda one, _, metric: f"What was {_name(one)}'s {metric} in 2024?",
    "German": lambda one, _, __: f"Wie hoch waren die Ausgaben von {_name(one)} im Jahr 2024?",
    "name alone": lambda one, _, __: _name(one),
    "comparison": lambda one, other, metric: f"{_name(one)} vs {_name(other)} {metric}",
    "metric alone": lambda _, __, metric: metric,
    "typo": lambda one, _, metric: f"{_slipped(_name(one))} {metric}",
    "unknown": lambda _, __, metric: f"Qwrtzplk {metric}",
    "help": lambda _, __, ___: "",
}


def run() -> None:
    """Print the quantiles of both bases, and their ratio."""
    large = base(_LARGE)
    with tempfile.TemporaryDirectory() as folder:
        stores = {
            "shipped base": Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()),
            f"{_LARGE:,} claims": large.store(),
        }
        figures = {name: measured(name, store) for name, store in stores.items()}
        for store in stores.values():
            store.close()
    small, big = figures.values()
    for share in (0.5, 0.99):
        print(f"whole ask, p{share * 100:g}: {quantile(big, share) / quantile(small, share):.2f}× at 1e5 claims")  # noqa: T201


def measured(name: str, store: Store) -> list[float]:
    """The seconds of each ask of a mix of questions, some rounds long, told by kind."""
    line = Line(store)
    first = _seconds(line, "meta")
    print(f"whole ask, {name}: first ask, with the index of names built, {shown(first)}")  # noqa: T201
    questions = _questions(store.vocabulary().subjects)
    for question in chain.from_iterable(questions.values()):
        line.ask(question, DAY)
    times: dict[str, list[float]] = {kind: [] for kind in questions}
    for _ in range(ROUNDS):
        for kind, asked in questions.items():
            times[kind] += [_seconds(line, question) for question in asked]
    mixed = [one for kind in times.values() for one in kind]
    usual = [one for kind, several in times.items() if kind not in _GROWING for one in several]
    print(f"whole ask, {name}: {_quantiles(mixed)}; without {', '.join(_GROWING)} {_quantiles(usual)}")  # noqa: T201
    kinds = ", ".join(f"{kind} {shown(median(one))}" for kind, one in times.items())
    print(f"whole ask, {name}, medians by kind: {kinds}")  # noqa: T201
    return mixed


def _quantiles(times: Sequence[float]) -> str:
    return f"p50 {shown(quantile(times, 0.5))}, p99 {shown(quantile(times, 0.99))}"


def _seconds(line: Line, question: str) -> float:
    begin = time.perf_counter()
    line.ask(question, DAY)
    return time.perf_counter() - begin


def _questions(subjects: Sequence[Subject]) -> dict[str, list[str]]:
    companies = [subject for subject in subjects if subject.kind == "company"]
    random_ = random.Random(3)  # noqa: S311
    pairs = [random_.sample(companies, 2) for _ in range(_OF_A_KIND)]
    return {name: [kind(one, other, _METRIC_OF_SHIPPED) for one, other in pairs] for name, kind in _KINDS.items()}


def _name(subject: Subject) -> str:
    return subject.name.in_language("en")


def _slipped(name: str) -> str:
    """The name with two letters in its middle swapped."""
    middle = len(name) // 2
    return name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
