"""What `phrasebook` compares with: searchers that rank all claims by how much their statement is like the question.

rapidfuzz ranks by WRatio, the default of its `extractOne`, with its own preprocessing. thefuzz runs on rapidfuzz and
would rank the same by the same scorer, so it gets the one of its scorers that does best on the development part,
`token_set_ratio`. BM25 is bm25s, which had its last release in 2026 and brings tokens, stop words and stems of both
languages, while rank-bm25 had it in 2022 and splits nothing by itself; stop words, stems and the default method
are what does best on the development part.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils
from Stemmer import Stemmer

from knowledge.claim import Claim
from knowledge.value import Language
from tests.bot.phrasebook import Case

_STEMS: Mapping[Language, str] = {"en": "english", "de": "german"}


class Ranked(NamedTuple):
    """The best claims, the best one first, and its score."""

    claims: Sequence[str]
    score: float


Search = Callable[[str, int], Ranked]
"""Asked for so many claims that are like a text."""

Peer = Mapping[Language, Search]


def peers(claims: Sequence[Claim]) -> Mapping[str, Peer]:
    """Every peer, with what it needs built already."""
    texts: Mapping[Language, dict[str, str]] = {
        language: {claim.id: claim.statement.in_language(language) for claim in claims} for language in _STEMS
    }
    return {
        "rapidfuzz": {language: _rapidfuzz(of) for language, of in texts.items()},
        "thefuzz": {language: _thefuzz(of) for language, of in texts.items()},
        "bm25s": {language: _bm25s(of, language) for language, of in texts.items()},
    }


def language_of(case: Case) -> Language:
    """The language in which a case is searched; commands are in English."""
    return "de" if case.style == "de" else "en"


def text_of(case: Case) -> str:
    """What a peer is asked: without the command's name, and behind the question before, which it cannot remember."""
    return f"{case.after or ''} {case.ask.removeprefix('/capex')}".strip()


def _rapidfuzz(texts: Mapping[str, str]) -> Search:
    def search(text: str, count: int) -> Ranked:
        best = process.extract(text, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=count)
        return Ranked([claim for _, _, claim in best], best[0][1])

    return search


def _thefuzz(texts: Mapping[str, str]) -> Search:
    from thefuzz import fuzz as scorers
    from thefuzz import process as thefuzz

    logging.getLogger(thefuzz.__name__).setLevel(logging.ERROR)  # it warns of a question without letters

    def search(text: str, count: int) -> Ranked:
        best = thefuzz.extract(text, texts, scorer=scorers.token_set_ratio, limit=count)
        return Ranked([claim for _, _, claim in best], best[0][1])

    return search


def _bm25s(texts: Mapping[str, str], language: Language) -> Search:
    import bm25s

    stemmer = Stemmer(_STEMS[language])

    def tokens(some: Sequence[str]) -> Sequence[Sequence[str]]:
        found: Sequence[Sequence[str]] = bm25s.tokenize(
            list(some), stopwords=language, stemmer=stemmer, return_ids=False, show_progress=False
        )
        return found

    claims = list(texts)
    index = bm25s.BM25()
    index.index(tokens(list(texts.values())), show_progress=False)

    def search(text: str, count: int) -> Ranked:
        places, scores = index.retrieve(tokens([text]), k=count, show_progress=False)
        return Ranked([claims[place] for place in places[0]], float(scores[0][0]))

    return search
