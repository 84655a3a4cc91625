"""Ids are unique over all files, and a claim stands in the file of its article.

A claim is told by its id alone, in links, in the change log and in a team's own base, so two claims of one id would
be one of them overwritten.
"""

from collections.abc import Iterator, Sequence

from knowledge.corpus_file import ArticleFile, Located
from knowledge.fault import FileFault


def identity_faults(files: Sequence[Located[ArticleFile]]) -> Iterator[FileFault]:
    """Ids that stand twice, and claims in the wrong file."""
    articles: dict[str, str] = {}
    hashes: dict[str, str] = {}
    claims: dict[str, str] = {}
    for file in files:
        article = file.value.article
        yield from _once(file, ("article", "id"), f"the article id '{article.id}'", article.id, articles)
        if article.copy_of is None:
            yield from _once(file, ("article", "sha256"), "this text", article.sha256, hashes)
        for index, claim in enumerate(file.value.claims):
            yield from _once(file, ("claims", index, "id"), f"the claim id '{claim.id}'", claim.id, claims)
            if claim.article != article.id:
                what = f"{claim.id}: names the article '{claim.article}' in the file of '{article.id}'"
                yield FileFault(str(file.path), file.line("claims", index, "article"), what)


def _once(
    file: Located[ArticleFile], keys: tuple[str | int, ...], what: str, key: str, seen: dict[str, str]
) -> Iterator[FileFault]:
    line = file.line(*keys)
    if key in seen:
        yield FileFault(str(file.path), line, f"{what} stands already in {seen[key]}")
    seen.setdefault(key, f"{file.path.name}:{line}")
