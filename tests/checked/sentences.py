"""The sentences with their verdicts, and what the line says of each."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

import yaml

from bot.checking import Verdict
from bot.line import Line
from bot.wording.phrases import phrase
from knowledge.value import Language

Part = Literal["dev", "aside"]
Counts = Counter[tuple[Verdict, Verdict]]

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

ON: Final = date(2024, 11, 21)
"""The day of asking."""

_HERE = Path(__file__).parent
_VERBS: Final[dict[Language, str]] = {"en": "check", "de": "prüfe"}


class Sentence(NamedTuple):
    """What is typed behind the verb, in which language, and the verdict that is right."""

    text: str
    language: Language
    verdict: Verdict


def sentences(part: Part) -> Sequence[Sentence]:
    """The sentences of one part."""
    found = yaml.load((_HERE / f"{part}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [
        Sentence(text, language, verdict)
        for language in _VERBS
        for verdict in VERDICTS
        for text in found[language][verdict]
    ]


def verdict_of(line: Line, sentence: Sentence, on: date = ON) -> Verdict:
    """The verdict that stands in the headline."""
    headline = line.ask(f"{_VERBS[sentence.language]} {sentence.text}", on).reply.headline
    for verdict in VERDICTS:
        if headline in (phrase(f"check_{verdict}", "en"), phrase(f"check_{verdict}", "de")):
            return verdict
    raise ValueError(f"no verdict on: {sentence.text}")


def counts(line: Line, found: Sequence[Sentence]) -> Counts:
    """How often which right verdict was given as which."""
    return Counter((sentence.verdict, verdict_of(line, sentence)) for sentence in found)
