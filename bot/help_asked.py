"""Whether somebody greets, or asks what can be asked and how."""

import re
from collections.abc import Collection
from typing import Final

from bot.words import GREETINGS, SMALL, word_set

_HELP: Final = (
    word_set(
        """bot help helfen hilfe hilf ask asking fragen frage questions question work works working funktioniert
    funktionierst kannst can könntest commands befehle morning evening afternoon day good guten gute tag morgen abend
    servus grüß grüezi danke thanks thx cheers who bist are wer was what kind sort womit wobei welche things wie how
    do does you du mir me i ich dich the this is to der die use benutze bedienen start los there zusammen all alle"""
    )
    | GREETINGS
)
_HOW_TO_ASK: Final = re.compile(
    r"\bwhat (?:else )?(?:can|could|may) (?:i|we|one) ask\b"
    r"|\bwhat (?:kinds?|sorts?) of (?:questions|things|stuff) (?:can|could|do|are)\b"
    r"|\bwhat are you (?:good )?for\b|\bwhat (?:can|do) you do\b"
    r"|\bhow (?:does|do) (?:you|this bot|the bot|this thing) w(?:or|ro)k\b"
    r"|\bhow (?:do|should|can) (?:i|we) (?:use|phrase|ask|put)\b"
    r"|\bwas (?:kann|darf) (?:man|ich) (?:dich|euch|hier|den bot)\b"
    r"|\bwie (?:bedient|benutzt|benutze|bediene|funktionier\w*) (?:man|ich|du|das|der bot|dieser bot)\b"
    r"|\bwas kannst du\b|\bwobei kannst du\b|\bfür fragen kann (?:man|ich)\b"
)
"""Sentences that ask how to ask, whatever else stands around them."""
_CLEAR_HELP: Final = (
    word_set(
        """bot help helfen hilfe hilf commands befehle morning evening guten good danke thanks thx funktioniert
    funktionierst questions fragen question"""
    )
    | GREETINGS
)


def asks_how_to_ask(text: str) -> bool:
    """Whether a sentence in a case-folded text, which names nothing, asks what can be asked, or how."""
    return _HOW_TO_ASK.search(text) is not None


def asks_for_help(words: Collection[str]) -> bool:
    """Whether these words, which name nothing, greet or ask what can be asked."""
    return all(word in _HELP or word in SMALL for word in words) and not _CLEAR_HELP.isdisjoint(words)
