"""The contract of the platforms: the same scenes through the terminal, Slack and Discord, and what holds on all.

`scenes` is the table, `bases` what the bot knows in them, `slack_doors`, `discord_doors` and `terminal_doors` are the
ways in, `shown` is what a person sees, read back out of what went over the wire.
"""
