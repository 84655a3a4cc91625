"""A fault: what is wrong with something that was handed in, in one clear sentence.

Raised where bad input must change nothing. It carries what a person needs to mend it, and its text is all
that is ever shown of it.
"""


class Fault(Exception):
    """Bad input or a base that cannot be used; `str(fault)` is the sentence to show."""


class FileFault(Fault):
    """A fault in a file, at a line (counted from 1)."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")
        self.path = path
        self.line = line
        self.what = what
