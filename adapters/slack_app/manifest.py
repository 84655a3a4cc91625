"""`manifest.yaml`, from which a team makes its Slack app: what the bot asks Slack for stands there and nowhere else."""

from pathlib import Path
from typing import Any, Final

import yaml

MANIFEST: Final = Path(__file__).with_name("manifest.yaml")


def bot_scopes() -> list[str]:
    """What the bot may do where it is installed."""
    manifest: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return list(manifest["oauth_config"]["scopes"]["bot"])
