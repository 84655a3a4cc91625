"""The scenes: what is said to the bot, how, and over which base. One table; every test takes its cases from it.

A scene is played through every door (a platform's way in) but those in `not_at`, each with the reason why the scene
cannot happen there. What the reply must hold stands nowhere here: it is what the line itself answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.reply import Outcome
from tests.contract.hostile import FLAVOURS, HOSTILE_YEARS

Base = Literal["shipped", "hostile", "long", "read-only", "defect", "unreachable", "lost"]
Way = Literal["said", "told twice", "by another bot", "to others"]

DOORS = (
    "terminal",
    "slack-slash",
    "slack-mention",
    "slack-direct",
    "slack-http-slash",
    "slack-http-mention",
    "discord-slash",
    "discord-mention",
    "discord-direct",
)
_COMMAND = "a command is always a person's, and always the bot's"
_COMMANDS = dict.fromkeys(("slack-slash", "slack-http-slash", "discord-slash"), _COMMAND)
_TERMINAL = "a terminal has one person, one bot, and gives every line once"
_OWNER = "whoever sits at the terminal owns the base, and is told which file it was"
_NO_EMPTY = "the platform sends no empty message"


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene.

    Attributes:
        text: what is said.
        is_a: what the line's answer to it is, and `has` kinds of notes in that answer, so that a scene stays what its
            name says when the base changes.
        before: what the same person said in the same conversation before.
        answered: whether a reply is due.
        answers: whether the reply is the line's answer to `text`, word for word (and no apology, and no text of which
            a platform takes away what it reads as its own references).
        shortened: whether the reply, in its short form, is more than any platform's message holds.
        not_at: doors at which the scene cannot happen, and why.
    """

    name: str
    text: str
    is_a: Outcome = "found"
    has: frozenset[str] = frozenset()
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
    Scene("answer", "meta capex", has=frozenset({"caution", "calculated", "contrast"})),
    Scene("one-year", "meta capex 2024", has=frozenset({"caution", "contrast"})),
    Scene("comparison", "alphabet vs amazon"),
    Scene("ambiguous", "capex", "ambiguous"),
    Scene("conflict", "OpenAI loss 2026", has=frozenset({"conflict"})),
    Scene("not-found", "samsung capex", "not_found"),
    Scene("greeting", "hi", "help"),
    Scene("nothing", "", "help", not_at={"slack-direct": _NO_EMPTY, "discord-direct": _NO_EMPTY}),
    Scene("help", "help", "help"),
    Scene("sources", "sources", "help"),
    Scene("sources-of-one", "sources meta", "help"),
    Scene("sources-of-nobody", "sources zorp", "help"),
    Scene("coverage", "coverage", "help"),
    Scene("coverage-of-one", "Abdeckung Meta", "help"),
    Scene("hostile-sources", "sources", "help", base="hostile"),
    Scene("hostile-coverage", "coverage", "help", base="hostile"),
    Scene("many-sources", "sources", "help", base="long"),
    Scene("settings", "settings", "help", answers=False),
    Scene("german", "Wie hoch war der Nettogewinn von Meta?"),
    Scene("follow-up", "and microsoft?", before=("meta capex 2024",)),
    Scene("long-question", "meta capex " * 1_000, "not_found"),
    Scene("long-answer", "meta capex", has=frozenset({"conflict", "caution"}), base="long", shortened=True),
    Scene("read-only", "OpenAI loss 2026", base="read-only"),
    *(Scene(f"asked-{name}", f"{words} capex", "not_found", answers=False) for name, words in FLAVOURS.items()),
    *(
        Scene(f"known-{name}", f"meta {year}", has=frozenset({"caution"}), base="hostile")
        for name, year in zip(FLAVOURS, HOSTILE_YEARS, strict=True)
    ),
    Scene("defect", "meta capex", base="defect", answers=False),
    Scene("unreachable", "meta capex", base="unreachable", answers=False),
    Scene("lost", "meta capex", base="lost", answers=False, not_at={"terminal": _OWNER}),
    Scene("redelivery", "OpenAI loss 2026", way="told twice", not_at={"terminal": _TERMINAL}),
    Scene(
        "another-bot",
        "meta capex",
        way="by another bot",
        answered=False,
        not_at={"terminal": _TERMINAL, **_COMMANDS},
    ),
    Scene(
        "not-addressed",
        "meta capex",
        way="to others",
        answered=False,
        not_at={
            "terminal": _TERMINAL,
            **_COMMANDS,
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
