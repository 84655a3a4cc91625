"""Scenes as parameters of tests, with ids such as `discord-mention-conflict`; and what is known not to hold yet."""

from collections.abc import Callable, Iterable

import pytest

from tests.contract.scenes import Scene

Performance = tuple[str, Scene]


def cases(
    performances: Iterable[Performance], fails: Callable[[str, Scene], bool] | None = None, reason: str = ""
) -> pytest.MarkDecorator:
    """A test for each door and scene; those that `fails` names have to fail, for this reason."""
    marks = (pytest.mark.xfail(strict=True, reason=reason),)
    return pytest.mark.parametrize(
        ("door", "scene"),
        [
            pytest.param(door, scene, id=f"{door}-{scene.name}", marks=marks if fails and fails(door, scene) else ())
            for door, scene in performances
        ],
    )
