"""The questions that help offers; a test asks each of them of the shipped base."""

from typing import Final

from knowledge.value import Language

_EXAMPLES: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("meta", "alphabet vs amazon", "nvidia data-centre revenue", "who is Elliott?"),
    "de": ("meta", "alphabet gegen amazon", "Nettogewinn von Meta", "Investitionsausgaben Microsoft"),
}


def help_lines(language: Language) -> tuple[str, ...]:
    """Questions that work, in `language`."""
    return _EXAMPLES[language]
