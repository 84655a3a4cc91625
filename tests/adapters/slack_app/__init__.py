"""The Slack adapter: its translators alone, and the whole through the genuine SDK against a fake of Slack."""
