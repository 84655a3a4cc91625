"""How telling a word is by how few hold it: BM25's inverse document frequency (S. Robertson, H. Zaragoza 2009)."""

import math


def rarity(count: int, of: int) -> float:
    """That of what `count` texts hold, of so many."""
    return math.log(1 + (of - count + 0.5) / (count + 0.5))
