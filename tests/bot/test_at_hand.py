"""What is made of a thing is made once for that very thing, anew for one that is only like it, and goes with it."""

from dataclasses import dataclass

from bot.at_hand import AtHand


@dataclass(frozen=True)
class Thing:
    number: int


def test_the_very_same_is_at_hand_and_its_like_is_made_anew() -> None:
    made = AtHand[Thing, list[int]]()
    one, like = Thing(1), Thing(1)
    first = made.of(one, lambda: [2])
    assert made.of(one, lambda: [3]) is first
    assert made.of(like, lambda: [4]) == [4]


def test_what_was_made_goes_with_the_thing() -> None:
    made = AtHand[Thing, str]()
    kept = Thing(0)
    made.of(kept, lambda: "kept")
    for number in range(100):
        made.of(Thing(number), lambda: "gone")
    assert len(made) == 1
    assert made.of(kept, lambda: "made anew") == "kept"
