"""What the bot remembers of its work, beside the base of claims: what was seen, last questions, gaps, settings."""

from bot.records.memory import MemoryRecords
from bot.records.port import Records
from bot.records.sql import SqlRecords

__all__ = ["MemoryRecords", "Records", "SqlRecords"]
