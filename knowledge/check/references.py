"""Every id that a claim or the vocabulary names exists, and no claim is filed under a broad metric."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.reason import called
from knowledge.vocabulary import Vocabulary

Keys = tuple[str | int, ...]


class _Named(NamedTuple):
    keys: Keys
    id: str | None
    known: Container[str]
    kind: str


def names_are_known(case: Case) -> Iterator[Finding]:
    """What a claim names is in the vocabulary, or is a claim of this corpus."""
    for one in _named(case):
        if one.id is not None and one.id not in one.known:
            yield Finding("names", one.keys, why(f"unknown_{one.kind}", one.id))
    metric = case.known.metrics.get(case.claim.metric or "")
    if metric and metric.covers:
        named = (case.known.metrics[one].name.in_language("de") for one in metric.covers if one in case.known.metrics)
        covered = called(", ".join(metric.covers), ", ".join(named))
        broad = called(metric.id, metric.name.in_language("de"))
        yield Finding("names", ("metric",), why("broad_metric", broad, covered))
    for index, contrast in enumerate(case.claim.contrasts):
        if contrast.claim == case.claim.id:
            yield Finding("names", ("contrasts", index, "claim"), why("own_contrast"))


def _named(case: Case) -> Iterator[_Named]:
    claim, known = case.claim, case.known
    yield _Named(("subject",), claim.subject, known.subjects, "subject")
    yield _Named(("speaker",), claim.speaker, known.subjects, "speaker")
    yield _Named(("via",), claim.via, known.subjects, "source")
    yield _Named(("metric",), claim.metric, known.metrics, "metric")
    yield _Named(("of",), claim.of, known.wholes, "whole")
    yield _Named(("basis",), claim.basis, known.bases, "basis")
    yield from (_Named(("about", n), about, known.subjects, "subject") for n, about in enumerate(claim.about))
    yield from (_Named(("topics", n), topic, known.topics, "topic") for n, topic in enumerate(claim.topics))
    for n, contrast in enumerate(claim.contrasts):
        yield _Named(("contrasts", n, "claim"), contrast.claim, known.claims, "claim")
    if claim.retired:
        yield _Named(("retired", "superseded_by"), claim.retired.superseded_by, known.claims, "claim")


def vocabulary_faults(vocabulary: Vocabulary) -> Iterator[tuple[Keys, str]]:
    """What is wrong within the vocabulary, each with the keys that lead there."""
    yield from _references(vocabulary)
    for kind in ("subjects", "metrics", "bases", "wholes", "topics"):
        seen: set[str] = set()
        for index, entry in enumerate(getattr(vocabulary, kind)):
            if entry.id in seen:
                yield (kind, index, "id"), f"the id '{entry.id}' stands twice among the {kind}"
            seen.add(entry.id)
            if entry.name.en is None or entry.name.de is None:
                yield (kind, index, "name"), f"'{entry.id}' needs its name in both languages"


def _references(vocabulary: Vocabulary) -> Iterator[tuple[Keys, str]]:
    subjects = {subject.id for subject in vocabulary.subjects}
    metrics = {metric.id for metric in vocabulary.metrics}
    for index, subject in enumerate(vocabulary.subjects):
        if subject.affiliation is not None and subject.affiliation not in subjects:
            yield ("subjects", index, "affiliation"), f"the affiliation '{subject.affiliation}' is not known"
        for place, member in enumerate(subject.members):
            if member not in subjects:
                yield ("subjects", index, "members", place), f"the member '{member}' is not known"
    for index, metric in enumerate(vocabulary.metrics):
        for place, covered in enumerate(metric.covers):
            if covered not in metrics:
                yield ("metrics", index, "covers", place), f"the covered metric '{covered}' is not known"
