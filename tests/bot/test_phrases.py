import re
from pathlib import Path
from typing import get_args

import pytest

import adapters
import bot
from bot.answer import MissingReason
from bot.checking import Part, Verdict
from bot.people import Audience
from bot.wording.phrases import keys, phrase
from knowledge.amount import Bound
from knowledge.article import DatePrecision
from knowledge.claim import CautionKind, Claim, InferredField, Status
from knowledge.period import Flow
from knowledge.value import Language

PLACES = [f"<{place}>" for place in range(5)]


def sources() -> str:
    folders = [Path(folder) for package in (bot, adapters) for folder in package.__path__]
    files = [file for folder in folders for file in folder.rglob("*.py") if file.name != "phrases.py"]
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))


@pytest.mark.parametrize("key", sorted(keys()))
def test_a_phrase_has_the_same_places_in_both_languages(key: str) -> None:
    english, german = (re.findall(r"<\d>", phrase(key, language, *PLACES)) for language in ("en", "de"))
    assert sorted(english) == sorted(german)


@pytest.mark.parametrize("key", sorted(keys()))
def test_a_phrase_is_one_line_without_markup(key: str) -> None:
    for language in ("en", "de"):
        words = phrase(key, language, *PLACES)
        assert words
        assert words == " ".join(words.split())
        assert not re.search(r"[*_`<>]", re.sub(r"<\d>", "", words))


def test_every_phrase_is_used() -> None:
    code = sources()
    literal = {key for key in keys() if f'"{key}"' in code}
    chosen = {*get_args(Status), *get_args(Bound), *get_args(Flow), *get_args(MissingReason)}
    chosen |= set(get_args(Claim.model_fields["scenario"].annotation))
    chosen |= {f"date_{precision}" for precision in get_args(DatePrecision)}
    chosen |= {f"caution_{kind}" for kind in get_args(CautionKind)}
    chosen |= {f"{of}_{audience}" for of in ("channel", "now_channel") for audience in get_args(Audience)}
    chosen |= {f"{of}_{one}" for of in ("language", "now_language") for one in (*get_args(Language), "auto")}
    chosen |= {f"check_{one}" for one in (*get_args(Verdict), *get_args(Part))}
    if "field_" in code:
        chosen |= {f"field_{field}" for field in get_args(InferredField)}
    assert sorted(keys() - literal - chosen) == []


def test_every_status_every_reason_and_every_kind_of_caution_has_its_phrase() -> None:
    assert keys() >= {
        *get_args(Status),
        *get_args(MissingReason),
        *(f"caution_{kind}" for kind in get_args(CautionKind)),
    }
