"""Scenes as parameters of tests, with ids such as `discord-mention-conflict`."""

from collections.abc import Iterable

import pytest

from tests.contract.scenes import Scene

Performance = tuple[str, Scene]


def cases(performances: Iterable[Performance]) -> pytest.MarkDecorator:
    """A test for each door and scene."""
    return pytest.mark.parametrize(
        ("door", "scene"),
        [pytest.param(door, scene, id=f"{door}-{scene.name}") for door, scene in performances],
    )
