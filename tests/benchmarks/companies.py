"""Real names of listed companies, read from ../shared/data where that folder is there, as a vocabulary of any size.

Each company has the name of its listing and the short one that people say, without its legal form.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from knowledge.folding import fold
from knowledge.value import Bilingual
from knowledge.vocabulary import Subject, Vocabulary


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DATA: Final = Path(__file__).parents[2].parent / "shared" / "data"
_LEGAL: Final = _set(
    """inc incorporated corp corporation co company ltd limited plc llc lp sa se ag nv bv ab asa as oyj oy spa srl kgaa
    kg gmbh bhd berhad tbk pt pcl jsc pjsc aktiengesellschaft societe"""
)
_POINTED = re.compile(r"\b(\w)\.(?=\w\b)")
_BESIDES = re.compile(r"\(.*?\)|/.*$")


def companies(seed: int) -> list[tuple[str, ...]] | None:
    """The folded names of each company, the short one first, in an order that the seed decides; None without data."""
    if not DATA.is_dir():
        return None
    found = [tuple(dict.fromkeys(name for name in (_short(title), fold(title)) if name)) for title in _titles()]
    found = [names for names in dict.fromkeys(found) if names]
    random.Random(seed).shuffle(found)  # noqa: S311
    return found


def vocabulary(names: Sequence[Sequence[str]]) -> Vocabulary:
    """Each company a subject; its id is its place."""
    return Vocabulary(
        subjects=tuple(
            Subject(id=f"c{place}", kind="company", name=Bilingual(en=own[0]), aliases=tuple(own[1:]))
            for place, own in enumerate(names)
        )
    )


def taken(found: Sequence[tuple[str, ...]], aliases: int) -> list[tuple[str, ...]]:
    """The first companies of which none shares a name with another, until they have as many names as asked for."""
    seen: set[str] = set()
    chosen: list[tuple[str, ...]] = []
    for names in found:
        if len(seen) >= aliases:
            break
        if seen.isdisjoint(names):
            seen.update(names)
            chosen.append(names)
    return chosen


def _titles() -> Iterator[str]:
    listed = json.loads((DATA / "company_tickers.json").read_text(encoding="utf-8"))
    yield from (entry["title"] for entry in listed.values())
    for line in (DATA / "world_company_names.tsv").read_text(encoding="utf-8").splitlines():
        yield line.split("\t")[1]


def _short(title: str) -> str:
    words = fold(_POINTED.sub(r"\1", _BESIDES.sub("", title))).split()
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return " ".join(words)
