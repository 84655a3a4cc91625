"""Questions in words: which approved claims say what a question asks, found by their own words."""

from bot.statements.index import Statements

__all__ = ["Statements"]
