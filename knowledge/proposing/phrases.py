"""Why a proposal is not kept, in both languages; see `knowledge.reason`."""

from typing import Final

from knowledge.reason import Reasons

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    "whose_unknown": (
        "whose figure it is, is not known ('{}')",
        "wessen Zahl das ist, ist nicht bekannt („{}“)",
    ),
    "whose_unsaid": ("whose figure it is, is not said", "wessen Zahl das ist, steht nicht da"),
    "what_unknown": ("what is measured is not known", "die Kennzahl ist nicht bekannt"),
    "whole_unknown": ("the whole that it is a share of is not known", "wovon es ein Anteil ist, ist nicht bekannt"),
    "only_proposed": (
        "only a proposed claim with its quote is kept",
        "behalten wird nur eine vorgeschlagene Aussage mit ihrem Zitat",
    ),
    "another_text": (
        "the text is not the one that the article was read from",
        "der Text ist nicht der, aus dem der Artikel gelesen wurde",
    ),
    "language_unread": (
        "amounts are not read in the article's language ('{}')",
        "in der Sprache des Artikels („{}“) werden keine Beträge gelesen",
    ),
    "metric_unsaid": (
        "no word for '{}' stands in quote or context",
        "kein Wort für „{}“ steht in Zitat oder Kontext",
    ),
    "held_already": ("the base has this claim already", "die Wissensbasis hat diese Aussage schon"),
}

why: Final = Reasons(_PHRASES)
"""Why a proposal is not kept."""
