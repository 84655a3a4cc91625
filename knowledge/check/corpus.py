"""The check of a whole corpus: files are read once, every claim is judged by every rule, everything is told.

Nothing here raises for a bad corpus: a fault in one file does not hide those of another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from knowledge.check.articles import article_faults
from knowledge.check.case import Case, Known
from knowledge.check.exemptions import EXEMPTIONS, Exemption, excused
from knowledge.check.identity import identity_faults
from knowledge.check.loading import read_corpus
from knowledge.check.proof import Proof
from knowledge.check.references import vocabulary_faults
from knowledge.check.rules import findings
from knowledge.check.texts import by_hash, changed_texts, notes_on_texts, read_texts
from knowledge.corpus_file import ArticleFile, Located
from knowledge.fault import FileFault
from knowledge.vocabulary import Vocabulary


def check_corpus(folder: Path, texts: Path | None, exemptions: Sequence[Exemption] = EXEMPTIONS) -> Proof:
    """The proof of the corpus in `folder`; quotes are proved against the `*.txt` files in `texts`."""
    corpus = read_corpus(folder)
    if corpus.vocabulary is None:
        return Proof(corpus.faults, ("without its vocabulary no claim was judged",))
    found = read_texts(texts)
    cases = tuple(cases_of(corpus.files, corpus.vocabulary.value, by_hash(found)))
    faults = (
        *corpus.faults,
        *_in_vocabulary(corpus.vocabulary),
        *identity_faults(corpus.files),
        *changed_texts(found, corpus.files),
        *(fault for file in corpus.files for fault in _in_article(file)),
        *(fault for file, index, case in cases for fault in _in_claim(file, index, case, exemptions)),
    )
    notes = (
        *notes_on_texts(found, corpus.files),
        *_notes_on_exemptions(cases, exemptions),
        _counted([case for _, _, case in cases]),
    )
    return Proof(faults, notes)


_Placed = tuple[Located[ArticleFile], int, Case]


def cases_of(
    files: Sequence[Located[ArticleFile]], vocabulary: Vocabulary, texts: Mapping[str, str]
) -> Iterator[_Placed]:
    """Every claim with its file, its place in it, and the text whose hash its article records."""
    known = Known(vocabulary, (claim.id for file in files for claim in file.value.claims))
    for file in files:
        article = file.value.article
        text = texts.get(article.sha256)
        for index, claim in enumerate(file.value.claims):
            yield file, index, Case(claim, article, text, known)


def _in_claim(
    file: Located[ArticleFile], index: int, case: Case, exemptions: Sequence[Exemption]
) -> Iterator[FileFault]:
    known = exemptions if case.claim.quote else ()  # without its quote there is nothing left to exempt
    for finding in excused(case.claim.id, findings(case), known):
        line = file.line("claims", index, *finding.keys)
        yield FileFault(str(file.path), line, f"{case.claim.id}: {finding.what}")


def _in_article(file: Located[ArticleFile]) -> Iterator[FileFault]:
    for keys, what in article_faults(file.value.article):
        yield FileFault(str(file.path), file.line(*keys), f"{file.value.article.id}: {what}")


def _in_vocabulary(vocabulary: Located[Vocabulary]) -> Iterator[FileFault]:
    for keys, what in vocabulary_faults(vocabulary.value):
        yield FileFault(str(vocabulary.path), vocabulary.line(*keys), what)


def _notes_on_exemptions(cases: Sequence[_Placed], exemptions: Sequence[Exemption]) -> Iterator[str]:
    ids = {case.claim.id for _, _, case in cases if case.claim.quote}
    for exemption in exemptions:
        if exemption.claim in ids:
            yield f"exempt: {exemption.claim} from '{exemption.rule}': {exemption.reason}"


def _counted(cases: Sequence[Case]) -> str:
    counts: Counter[str] = Counter()
    for case in cases:
        claim = case.claim
        counts["claims"] += 1
        counts["passages"] += (claim.quote is not None) + len(claim.context) if case.text is not None else 0
        counts["amounts"] += claim.amount is not None
        counts["periods"] += claim.period is not None
        counts["statements"] += len(case.statements)
    kinds = ("passages", "amounts", "periods", "statements")
    return f"judged {counts['claims']} claims: {', '.join(f'{counts[kind]} {kind}' for kind in kinds)}"
