"""The scenes: what is said to the bot, how, and over which base. One table; every test takes its cases from it.

A scene is played through every door (a platform's way in) but those in `not_at`, each with the reason why the scene
cannot happen there. What the reply must hold stands nowhere here: it is what the line itself answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tests.contract.hostile import FLAVOURS, HOSTILE_YEARS

Base = Literal["shipped", "hostile", "long", "read-only", "defect", "unreachable"]
Way = Literal["said", "told twice", "by another bot", "to others"]

DOORS = (
    "terminal",
    "slack-slash",
    "slack-mention",
    "slack-direct",
    "discord-slash",
    "discord-mention",
    "discord-direct",
)
_COMMAND = "a command is always a person's, and always the bot's"
_TERMINAL = "a terminal has one person, one bot, and gives every line once"
_NO_EMPTY = "the platform sends no empty message"


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene.

    Attributes:
        text: what is said.
        before: what the same person said in the same conversation before.
        answered: whether a reply is due.
        answers: whether the reply is the line's answer to `text`, word for word (and no apology, and no text of which
            a platform takes away what it reads as its own references).
        shortened: whether the reply is more than any platform's message holds.
        not_at: doors at which the scene cannot happen, and why.
    """

    name: str
    text: str
    base: Base = "shipped"
    way: Way = "said"
    before: tuple[str, ...] = ()
    answered: bool = True
    answers: bool = True
    shortened: bool = False
    not_at: dict[str, str] = field(default_factory=dict)

    @property
    def doors(self) -> tuple[str, ...]:
        """Where it is played."""
        return tuple(door for door in DOORS if door not in self.not_at)


SCENES = (
    Scene("answer", "meta capex"),
    Scene("one-year", "meta capex 2024"),
    Scene("comparison", "alphabet vs amazon"),
    Scene("ambiguous", "capex"),
    Scene("conflict", "OpenAI loss 2026"),
    Scene("not-found", "samsung capex"),
    Scene("greeting", "hi"),
    Scene("nothing", "", not_at={"slack-direct": _NO_EMPTY, "discord-direct": _NO_EMPTY}),
    Scene("german", "Wie hoch war der Nettogewinn von Meta?"),
    Scene("follow-up", "and microsoft?", before=("meta capex 2024",)),
    Scene("long-question", "meta capex " * 1_000),
    Scene("long-answer", "meta capex", base="long", shortened=True),
    Scene("read-only", "OpenAI loss 2026", base="read-only"),
    *(Scene(f"asked-{name}", f"{words} capex", answers=False) for name, words in FLAVOURS.items()),
    *(
        Scene(f"known-{name}", f"meta {year}", base="hostile")
        for name, year in zip(FLAVOURS, HOSTILE_YEARS, strict=True)
    ),
    Scene("defect", "meta capex", base="defect", answers=False),
    Scene("unreachable", "meta capex", base="unreachable", answers=False),
    Scene("redelivery", "OpenAI loss 2026", way="told twice", not_at={"terminal": _TERMINAL}),
    Scene(
        "another-bot",
        "meta capex",
        way="by another bot",
        answered=False,
        not_at={"terminal": _TERMINAL, "slack-slash": _COMMAND, "discord-slash": _COMMAND},
    ),
    Scene(
        "not-addressed",
        "meta capex",
        way="to others",
        answered=False,
        not_at={
            "terminal": _TERMINAL,
            "slack-slash": _COMMAND,
            "discord-slash": _COMMAND,
            "slack-direct": "a direct message is addressed by being one",
            "discord-direct": "a direct message is addressed by being one",
        },
    ),
)


def named(name: str) -> Scene:
    """The scene of this name."""
    return next(scene for scene in SCENES if scene.name == name)


def performances(*, answered: bool | None = None, answers: bool | None = None) -> Iterator[tuple[str, Scene]]:
    """Every door with every scene that is played there, of those in which a reply, or the line's answer, is due."""
    for door in DOORS:
        for scene in SCENES:
            fits = answered in {None, scene.answered} and answers in {None, scene.answered and scene.answers}
            if fits and door not in scene.not_at:
                yield door, scene
