"""Withdrawal: the words of an article leave the base, and what was learned about them stays known to be gone.

A withdrawn article is marked as such, and while it bears the mark the base holds no text of it, no quote and no
context: not in its claims, which are retired, and not in the log, whose entries are rewritten without them. The mark
is part of the article, so it goes wherever the base goes by export and import, and nothing brings the words back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.store.checking import refuse_invalid
from knowledge.store.documents import article_in
from knowledge.store.edits import Edit, PutArticle, PutClaim, PutText, PutWord
from knowledge.store.one_of import listed, one_of
from knowledge.store.reading import claims_of_article
from knowledge.store.schema import TEXT, article, change

_ARTICLES = select(article.c.document).where(one_of(article.c.id, "keys"))
_LOGGED = select(change.c.number, change.c.before, change.c.after).where(
    change.c.kind == "claim",
    or_(change.c.before.like(bindparam("told", type_=TEXT)), change.c.after.like(bindparam("told", type_=TEXT))),
)
_REWRITE = (
    update(change)
    .where(change.c.number == bindparam("entry"))
    .values(before=bindparam("old", type_=TEXT), after=bindparam("new", type_=TEXT))
)
_WORDS = ("quote", "context", "inferred", "cautions", "contrasts", "proposed")
"""The fields of a claim that are the article's words, or speak of them word by word."""


def withdrawal(connection: Connection, key: str, reason: str) -> PutArticle | None:
    """The edit that withdraws an article; None where it is withdrawn already. Raises Fault for an unknown one."""
    held = connection.execute(_ARTICLES, {"keys": listed([key])}).scalar()
    if held is None:
        raise Fault(f"the article '{key}' is not known")
    value = article_in(held)
    return None if value.withdrawn else PutArticle(value.model_copy(update={"withdrawn": reason}))


def following(connection: Connection, edits: Sequence[Edit]) -> Iterator[Edit]:
    """What else changes when `edits` withdraw articles: their texts, and all claims of them that the base holds."""
    there = {(edit.kind, edit.key) for edit in edits}
    for value in _withdrawn_by(edits):
        refuse_invalid([PutArticle(value)])
        if ("text", value.id) not in there:
            yield PutText(value.id, None)
        for claim in claims_of_article(connection, value.id):
            if claim.quote and ("claim", claim.id) not in there:
                yield PutClaim(without_quote(claim, value.withdrawn or ""))


def without_quote(claim: Claim, reason: str) -> Claim:
    """The claim as it stays when its article is withdrawn: retired, in our words only."""
    plain = _without_words(claim.model_dump(mode="json"))
    ending = {} if claim.retired else {"state": "retired", "retired": {"reason": reason}}
    return Claim.model_validate_json(json.dumps(plain | ending))


def withdrawn_among(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Those of the articles `keys` that the base holds as withdrawn, each with the reason."""
    held = connection.execute(_ARTICLES, {"keys": listed(keys)}).scalars()
    return {value.id: value.withdrawn for value in map(article_in, held) if value.withdrawn}


def brings_words(edit: Edit) -> str | None:
    """The article whose words `edit` would bring or allow into the base; None where it does not."""
    if isinstance(edit, PutClaim):
        return edit.value.article if edit.value.quote else None
    if isinstance(edit, PutArticle):
        return None if edit.value.withdrawn else edit.key
    return edit.key if isinstance(edit, PutText) and edit.text is not None else None


def without_words(edit: Edit, reasons: Mapping[str, str]) -> Edit:
    """`edit` as it may be made where the articles in `reasons` are withdrawn; the same where it is none of theirs."""
    reason = reasons.get(brings_words(edit) or "")
    if reason is None or isinstance(edit, PutWord):
        return edit
    if isinstance(edit, PutClaim):
        return PutClaim(without_quote(edit.value, reason), edit.position)
    if isinstance(edit, PutText):
        return PutText(edit.key, None)
    return PutArticle(edit.value.model_copy(update={"withdrawn": reason}))


def refuse_words(connection: Connection, edits: Sequence[Edit]) -> None:
    """Refuse words of a withdrawn article, once the articles of the batch are written; also such as are there."""
    brought = {source: edit for edit in edits if (source := brings_words(edit))}
    for source in withdrawn_among(connection, brought):
        edit = brought[source]
        raise Fault(f"the article '{source}' was withdrawn, so the {edit.kind} '{edit.key}' cannot bring words of it")


def forget_words(connection: Connection, changed: Sequence[Edit]) -> None:
    """Take the words of the articles that are withdrawn now out of the log, which keeps all else that it told."""
    for value in _withdrawn_by(changed):
        # Within a JSON string every quotation mark is escaped, so this stands nowhere but in the field itself.
        rows = connection.execute(_LOGGED, {"told": f'%"article":"{value.id}"%'})
        entries = [
            {"entry": number, "old": _rewritten(before, value.id), "new": _rewritten(after, value.id)}
            for number, before, after in rows
        ]
        if entries:
            connection.execute(_REWRITE, entries)


def _withdrawn_by(edits: Sequence[Edit]) -> Iterator[Article]:
    return (edit.value for edit in edits if isinstance(edit, PutArticle) and edit.value.withdrawn)


def _rewritten(document: str | None, key: str) -> str | None:
    plain = None if document is None else json.loads(document)
    if plain is None or plain["article"] != key:
        return document
    return json.dumps(_without_words(plain), ensure_ascii=False, separators=(",", ":"))


def _without_words(plain: dict[str, Any]) -> dict[str, Any]:
    kept = {field: value for field, value in plain.items() if field not in _WORDS}
    if kept.get("amount"):
        kept["amount"] = kept["amount"] | {"start": 0, "text": _in_figures(kept["amount"])}
    if kept.get("period"):
        kept["period"] = {field: value for field, value in kept["period"].items() if field != "words"}
    return kept


def _in_figures(amount: dict[str, Any]) -> str:
    """The amount in figures of our own, for the article's words that printed it."""
    ends = dict.fromkeys(str(end) for end in (amount.get("low"), amount.get("high")) if end is not None)
    return f"{'–'.join(ends)} {amount['unit']}"
