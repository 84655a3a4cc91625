"""The stable shape of an answer as JSON, and whether an object has it: every field, no other, of its type."""

from typing import Any

TEXT, NUMBER, FLAG = (str,), (int, float), (bool,)
NONE = (type(None),)
OPEN_TEXT, OPEN_NUMBER = TEXT + NONE, NUMBER + NONE
PERIOD = {"label": TEXT, "start": OPEN_TEXT, "end": OPEN_TEXT}


class Open:
    """A value of this shape, or null."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


ARTICLE = {
    "id": TEXT,
    "title": TEXT,
    "publisher": OPEN_TEXT,
    "author": OPEN_TEXT,
    "published": {"date": TEXT, "precision": TEXT, "inferred": OPEN_TEXT},
    "language": TEXT,
    "url": OPEN_TEXT,
    "original": Open(
        {
            "title": OPEN_TEXT,
            "publisher": OPEN_TEXT,
            "author": OPEN_TEXT,
            "url": OPEN_TEXT,
            "date": OPEN_TEXT,
            "language": OPEN_TEXT,
        }
    ),
}
FIGURE = {
    "id": TEXT,
    "subject": TEXT,
    "metric": OPEN_TEXT,
    "measure": TEXT,
    "of": OPEN_TEXT,
    "low": OPEN_NUMBER,
    "high": OPEN_NUMBER,
    "unit": OPEN_TEXT,
    "bound": OPEN_TEXT,
    "direction": TEXT,
    "period": Open({**PERIOD, "kind": TEXT, "flow": TEXT}),
    "status": TEXT,
    "scenario": TEXT,
    "speaker": OPEN_TEXT,
    "via": OPEN_TEXT,
    "basis": OPEN_TEXT,
    "quote": TEXT,
    "state": TEXT,
    "article": ARTICLE,
}
CLAIM = {
    **FIGURE,
    "role": TEXT,
    "citation": (int,),
    "statement": TEXT,
    "cautions": [{"kind": TEXT, "text": TEXT}],
}
BOTH = {"en": TEXT, "de": TEXT}
LISTED_CLAIM = {**FIGURE, "statement": BOTH, "cautions": [{"kind": TEXT, "text": BOTH}]}
ANSWER = {
    "question": {
        "text": TEXT,
        "language": TEXT,
        "intent": TEXT,
        "subjects": [TEXT],
        "metrics": [TEXT],
        "period": Open(PERIOD),
        "not_understood": [TEXT],
    },
    "outcome": TEXT,
    "language": TEXT,
    "headline": TEXT,
    "text": TEXT,
    "claims": [CLAIM],
    "conflicts": [[TEXT]],
    "calculated": [{"label": TEXT, "value": NUMBER, "unit": TEXT, "from": [TEXT]}],
    "missing": [{"subject": OPEN_TEXT, "metric": OPEN_TEXT, "period": OPEN_TEXT, "reason": TEXT, "nearest": [TEXT]}],
    "choices": [{"label": TEXT, "ask": TEXT}],
}
READ = {
    "amounts": [
        {
            "low": OPEN_NUMBER,
            "high": OPEN_NUMBER,
            "unit": TEXT,
            "bound": TEXT,
            "text": TEXT,
            "start": (int,),
            "end": (int,),
        }
    ],
    "periods": [dict[str, Any]],
}


def misfits(value: Any, shape: Any, where: str = "") -> list[str]:
    """The places at which `value` has not the shape."""
    if isinstance(shape, Open):
        return [] if value is None else misfits(value, shape.shape, where)
    if isinstance(shape, dict):
        return _fields(value, shape, where)
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no list"]
        return [one for place, item in enumerate(value) for one in misfits(item, shape[0], f"{where}[{place}]")]
    if shape is dict or not isinstance(shape, tuple):
        return [] if isinstance(value, dict) else [f"{where}: {value!r} is no object"]
    fits = isinstance(value, shape) and not (isinstance(value, bool) and bool not in shape)
    return [] if fits else [f"{where}: {value!r}"]


def _fields(value: Any, shape: dict[str, Any], where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no object"]
    if value.keys() != shape.keys():
        return [f"{where}: the fields differ by {sorted(value.keys() ^ shape.keys())}"]
    return [one for key, inner in shape.items() for one in misfits(value[key], inner, f"{where}.{key}")]
