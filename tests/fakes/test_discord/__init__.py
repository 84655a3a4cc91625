"""The fake of Discord, proven by a small genuine client; the library is imported here first, its warning kept quiet."""

from tests.fakes.discord import genuine as genuine
