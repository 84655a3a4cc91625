"""The proof of a corpus: what its claims say is what their articles print, and nothing is said beside it.

`check_corpus` is the door. Every rule is a pure function from one claim (a `Case`) to findings; all of them are
collected, since a person mends a file once. What cannot be proved by a rule is named in `exemptions.yaml` with its
reason, and printed.
"""

from knowledge.check.corpus import check_corpus
from knowledge.check.proof import Proof

__all__ = ["Proof", "check_corpus"]
