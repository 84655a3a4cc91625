"""How Slack is connected, told in one line at the start: also what is set and not used, as one way excludes others."""

from typing import Final

from bot.settings import Settings, SlackWay

_HOW: Final[dict[SlackWay, str]] = {
    "socket": "Slack is connected by Socket Mode, for one workspace",
    "http": "Slack is connected by signed HTTP, for one workspace",
    "installs": "Slack is connected by signed HTTP, for every workspace that installs the app",
}
_USED: Final[dict[SlackWay, frozenset[str]]] = {
    "socket": frozenset({"slack_bot_token", "slack_app_token"}),
    "http": frozenset({"slack_bot_token", "slack_signing_secret"}),
    "installs": frozenset({"slack_client_id", "slack_client_secret", "slack_signing_secret"}),
}
_ALL: Final = sorted(frozenset().union(*_USED.values()))


def told(settings: Settings, way: SlackWay) -> str:
    """The line."""
    names = settings.variables()
    unused = [names[one] for one in _ALL if getattr(settings, one) and one not in _USED[way]]
    return f"{_HOW[way]}; not used: {', '.join(unused)}" if unused else _HOW[way]
