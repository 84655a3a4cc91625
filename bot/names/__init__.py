"""The names of a vocabulary, and which of them the words of a question mean, exactly or nearly."""

from bot.names.exact import Match, Owner
from bot.names.names import Names
from bot.names.near import Meant, load_words

__all__ = ["Match", "Meant", "Names", "Owner", "load_words"]
