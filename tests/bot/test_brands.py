"""A question that names a firm by one of its products is told so."""

from datetime import date

import pytest

from bot.line import Line

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("instagram revenue", "“Instagram” is read as Meta."),
        ("google cloud revenue", "“Google Cloud” is read as Alphabet."),
        ("Umsatz von Instagram", "„Instagram“ ist als Meta gelesen."),
    ],
)
def test_the_firm_that_a_product_stands_for_is_said(shipped: Line, text: str, note: str) -> None:
    assert note in [one.text for one in shipped.ask(text, ON).reply.notes]


@pytest.mark.parametrize("text", ["google revenue", "meta revenue", "facebook capex"])
def test_a_name_of_the_firm_is_no_product(shipped: Line, text: str) -> None:
    asked = shipped.ask(text, ON)
    assert asked.question.brands == ()
    assert not any("read as" in one.text for one in asked.reply.notes)
