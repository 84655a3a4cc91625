"""Scenes as parameters of tests, with ids such as `discord-mention-conflict`; and what is known not to hold yet."""

from collections.abc import Callable, Iterable

import pytest

from tests.contract.scenes import Scene

Performance = tuple[str, Scene]
Gap = Callable[[str, Scene], str | None]
"""Why a test of this scene at this door has to fail for now, if it has to."""


def cases(performances: Iterable[Performance], gap: Gap | None = None) -> pytest.MarkDecorator:
    """A test for each door and scene. One that has a gap fails, or the gap is closed and must go."""
    return pytest.mark.parametrize(
        ("door", "scene"),
        [
            pytest.param(door, scene, id=f"{door}-{scene.name}", marks=_marks(gap(door, scene) if gap else None))
            for door, scene in performances
        ],
    )


def _marks(why: str | None) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(strict=True, reason=why),) if why else ()
