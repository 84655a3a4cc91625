"""What is worth knowing: another figure each day, and none again for sixty days."""

from bot.digest.aside import aside_for
from tests.bot.samples import billions, claim, year

CLAIMS = [claim(f"c{number}", billions(number + 1), period=year(2023)) for number in range(70)]


def test_nothing_comes_again_while_it_was_told_lately() -> None:
    lately: list[str] = []
    for _ in range(200):
        found = aside_for("slack:T1:C1", CLAIMS, lately[-60:])
        assert found is not None
        assert found.id not in lately[-60:]
        lately.append(found.id)
    assert len(set(lately)) >= 61


def test_where_all_were_told_nothing_is() -> None:
    assert aside_for("slack:T1:C1", CLAIMS[:3], [claim.id for claim in CLAIMS]) is None


def test_channels_have_orders_of_their_own() -> None:
    assert len({getattr(aside_for(f"slack:T1:C{number}", CLAIMS, ()), "id", None) for number in range(9)}) > 1


def test_the_order_in_which_claims_come_decides_nothing() -> None:
    assert aside_for("slack:T1:C1", CLAIMS, ()) == aside_for("slack:T1:C1", CLAIMS[::-1], ())


def test_a_sentence_is_none() -> None:
    assert aside_for("slack:T1:C1", [claim("words")], ()) is None
