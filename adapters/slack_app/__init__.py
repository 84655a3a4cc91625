"""Slack: commands, mentions and direct messages in, messages of blocks out, through bolt and Socket Mode."""

from adapters.slack_app.app import SlackPlatform

__all__ = ["SlackPlatform"]
