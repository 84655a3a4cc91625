"""How an answer is explained: what was read, what each word weighs, which claims came near and how far."""

import pytest

from bot.explaining import explained

from .samples import BASE, ON, line
from .statements.changing_base import ChangingBase
from .test_said import CHIPS, FEAR, SAID


def rows(text: str, *claims: object) -> list[str]:
    asking = line(*(claims or SAID))  # type: ignore[arg-type]
    asked = asking.ask(text, ON)
    return list(explained(asked, asking.weighing(asked.question)))


def test_it_begins_with_how_the_question_was_read() -> None:
    assert rows("meta capex")[0] == "read as figure in en"
    assert rows("Investitionsausgaben von Meta")[0] == "read as figure in de"


def test_it_says_that_a_question_was_in_another_language() -> None:
    assert rows("Combien dépense Meta cette année")[0].endswith("(translated)")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("meta capex", "  subjects: meta"),
        ("meta capex", "  metrics: capex"),
        ("meta 2024", "  periods: 2024"),
        ("meta 7 billion dollars", "  amounts: 7 billion dollars"),
        ("according to Barclays", "  speakers: barclays"),
        ("is it a bubble", "  topics: bubble"),
        ("why, how much and how fast", "  asks for: a reason, an amount, a change"),
        ("brandoxy", "  near names: brandoxy (brandon, brandy)"),
        ("fear of servers", "  not explained by a name: fear, servers"),
    ],
)
def test_it_tells_each_thing_that_was_understood(text: str, row: str) -> None:
    assert row in rows(text)


def test_it_leaves_out_what_was_not_asked() -> None:
    told = "\n".join(rows("meta"))
    assert not any(word in told for word in ("metrics", "periods", "speakers", "asks for", "near names", "topics"))


def test_it_says_which_claim_was_found_by_names() -> None:
    assert "answered: found by names: guidance" in rows("meta capex 2024", *BASE)


def test_it_says_which_claim_was_found_by_its_words() -> None:
    assert "answered: found by its words: fear" in rows("fear of servers")


def test_it_says_which_claim_was_found_by_its_amount() -> None:
    assert "answered: found by its amount: reported" in rows("who says 6.7 billion dollars", *BASE)


@pytest.mark.parametrize(("text", "outcome"), [("", "help"), ("2031", "not_found"), ("capex", "ambiguous")])
def test_it_says_what_became_of_other_questions(text: str, outcome: str) -> None:
    google = CHIPS.model_copy(update={"id": "spends", "metric": "capex"})
    assert f"answered: {outcome}" in rows(text, *SAID, google)


def test_it_tells_the_weight_of_each_word_with_what_it_was_taken_for() -> None:
    told = [row for row in rows("fear of servers") if " weighs " in row]
    assert [row.split("'")[1] for row in told] == ["fear", "servers"]
    assert " as " in told[1]
    assert "server" in told[1]


def test_it_names_the_word_that_nothing_knows() -> None:
    assert any("'quxly', which nothing here knows, weighs" in row for row in rows("quxly servers"))


def test_it_names_whom_no_claim_names_and_weighs_nothing() -> None:
    told = rows("samsung servers")
    assert any("somebody's name that no claim says" in row and "samsung" in row for row in told)
    assert not any(" weighs " in row for row in told)


def test_it_lists_the_claims_that_came_near_with_the_nearest_first() -> None:
    told = rows("meta fear")
    after = told[next(place for place, row in enumerate(told) if row.startswith("claims by ")) + 1 :]
    assert after[0].split()[2].rstrip(":") == "fear"
    points = [float(row.split()[0]) for row in after]
    assert points == sorted(points, reverse=True)


def test_it_tells_by_which_signs_a_claim_has_its_points() -> None:
    first = next(row for row in rows("meta fear") if "  fear:" in row)
    assert "subject +" in first


def test_it_lists_no_more_claims_than_anyone_reads() -> None:
    every = [FEAR.model_copy(update={"id": f"fear-{place}"}) for place in range(50)]
    assert sum(" points  fear-" in row for row in rows("fear of servers", *every)) == 8


def test_without_claims_to_weigh_it_lists_none() -> None:
    assert not any(row.startswith("claims by ") for row in rows("quxly"))


def test_explaining_changes_no_answer() -> None:
    base = ChangingBase(*SAID)
    asking = line(*SAID)
    asked = asking.ask("fear of servers", ON)
    list(explained(asked, asking.weighing(asked.question)))
    assert asking.ask("fear of servers", ON).reply == asked.reply
    assert base.change_number() == len(SAID)
