"""The fake of Slack shown to be honest: a tiny bot on the genuine SDK runs through it."""
