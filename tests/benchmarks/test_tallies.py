import math
from collections.abc import Mapping

import pytest

from tests.benchmarks.tallies import Attempt, Result, best_threshold, counted, grouped, table
from tests.bot.phrasebook import Case, Expected, Style

NAMES = ("ours", "peer")


def result(
    right: Mapping[str, bool],
    *,
    kind: str = "figure",
    style: Style = "en",
    expect: Expected = "found",
    typo: bool = False,
) -> Result:
    return Result(Case(ask="?", style=style, kind=kind, expect=expect, typo=typo), right)


def attempt(score: float, *, answerable: bool = True, fits: bool = True) -> Attempt:
    return Attempt(answerable, answerable and fits, score)


RESULTS = [
    result({"ours": True, "peer": False}),
    result({"ours": True, "peer": True}, style="de", typo=True),
    result({"ours": False, "peer": True}, kind="nonsense", style="command", expect="refused"),
    result({"ours": True}, kind="ambiguous", expect="choices"),
]


def test_each_question_is_in_one_group_of_every_division() -> None:
    sizes = {name: len(group) for name, group in grouped(RESULTS).items()}
    assert sizes == {
        "all": 4,
        "answerable": 3,
        "unanswerable": 1,
        "clean": 3,
        "typo": 1,
        "en": 2,
        "de": 1,
        "command": 1,
        "figure": 2,
        "nonsense": 1,
        "ambiguous": 1,
    }


def test_a_peer_is_counted_on_what_it_was_asked_and_ours_beside_it_on_the_same() -> None:
    lines = {line.split()[0]: line.split()[1:] for line in table(RESULTS, NAMES)}
    assert lines["n"] == ["ours", "|", "n", "ours", "peer"]
    assert lines["all"] == ["4", "3", "75%", "|", "3", "2", "67%", "2", "67%"]
    assert lines["ambiguous"] == ["1", "1", "100%", "|", "0", "–", "–"]
    assert lines["nonsense"] == ["1", "0", "0%", "|", "1", "0", "0%", "1", "100%"]


def test_the_columns_of_a_table_stand_under_each_other() -> None:
    lines = table(RESULTS, NAMES)
    assert len({len(line) for line in lines}) == 1
    assert len({line.index("|") for line in lines}) == 1


def test_nothing_is_counted_of_nobody() -> None:
    assert counted([], "peer").strip() == "–"
    assert counted(RESULTS[3:], "peer").strip() == "–"


@pytest.mark.parametrize(
    ("answerable", "fits", "score", "right"),
    [
        (True, True, 50, True),
        (True, False, 50, False),
        (True, True, 49, False),
        (False, False, 50, False),
        (False, False, 49, True),
    ],
)
def test_from_the_threshold_on_it_answers_and_below_it_refuses(
    *, answerable: bool, fits: bool, score: float, right: bool
) -> None:
    assert attempt(score, answerable=answerable, fits=fits).is_right(50) == right


def test_the_best_threshold_gains_most_answers_and_refusals_together() -> None:
    attempts = [attempt(30), attempt(60), attempt(70, fits=False), attempt(40, answerable=False)]
    assert best_threshold([*attempts, attempt(50, answerable=False)]) == 60


def test_of_equally_good_thresholds_the_lowest_is_taken() -> None:
    assert best_threshold([attempt(30), attempt(40, answerable=False), attempt(50, fits=False)]) == 30


def test_who_is_never_right_had_better_refuse_everything() -> None:
    never = [attempt(90, fits=False), attempt(80, answerable=False), attempt(90, answerable=False)]
    assert best_threshold(never) == math.inf
