"""What somebody is reported to say without a figure: a statement, with whoever says it.

Only a sentence that names its speaker and speaks of somebody the vocabulary knows is proposed; its words are its
statement, for the curator to say more plainly.
"""

from knowledge.claim import Status
from knowledge.doubt import Doubt
from knowledge.period import Period
from knowledge.proposing.linking import cost
from knowledge.proposing.port import Proposal
from knowledge.proposing.quoting import whole
from knowledge.proposing.scene import Scene, Standing
from knowledge.proposing.stance import speaker_of, stance_of
from knowledge.proposing.subjects import actors
from knowledge.proposing.times import Of, resolved

_SURE = 0.6
_BROAD = ("spending", "cost", "income", "jobs", "products", "price")


def stated(scene: Scene, standing: Standing) -> Proposal | None:
    """The statement that the sentence reports; None where it reports none."""
    speaker, quote = speaker_of(scene), whole(scene)
    if speaker is None or speaker.key is None or quote is None or len(scene.text.split()) < _FEWEST_WORDS:
        return None
    present = [one for one in actors(scene, standing) if one.key and one.start != speaker.start]
    said_by = scene.names.subjects[speaker.key]
    if said_by.kind == "group":
        return None
    subject = present[0].key if present else said_by.affiliation or said_by.id
    place = (len(scene.text), len(scene.text))
    nouns = [one for one in scene.of_kind("metric") if one.key not in _BROAD]
    metric = min(
        nouns, key=lambda one: cost(scene.text, (speaker.start, speaker.end), (one.start, one.end)), default=None
    )
    told = stance_of(scene, place, subject).status
    status: Status = told if told in ("plan", "guidance", "forecast", "alleged") else "opinion"
    doubts = () if present else (Doubt(kind="subject_from_before", words=speaker.text),)
    return Proposal(
        quote=quote,
        subject=subject,
        metric=metric.key if metric else None,
        measure="statement",
        status=status,
        speaker=speaker.key,
        period=_when(scene, subject, status),
        confidence=_SURE,
        doubts=doubts,
    )


def _when(scene: Scene, subject: str | None, status: Status) -> Period | None:
    """The one period that the sentence names, on the days of the subject's own year."""
    if len(scene.periods) != 1:
        return None
    of = Of("", scene.names.subjects.get(subject or ""), status)
    found = resolved(scene.periods[0], of, scene)
    return None if found.inferred else found.period


_FEWEST_WORDS = 6
