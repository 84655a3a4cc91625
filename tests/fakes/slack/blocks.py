"""All that Slack asks of a list of blocks: their form, their lengths, and what must be unique or rare in the whole.

A block list that passes is stamped as Slack does it: blocks and elements without an id get one, so that a click can
name them.
"""

import copy
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from .ids import Ids
from .limits import length_problems, objects
from .oracle import structure_problems
from .values import Breach, Json, Refusal

Judge = Callable[[list[Json], str, str], list[str]]
"""Everything wrong with blocks, the pointer to them and the surface given; see `problems_of`."""

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_CHARACTERS = 12_000
ONCE = {"table": 1, "data_visualization": 2}

_BOTH = frozenset(
    {"actions", "card", "context", "divider", "header", "image", "input", "rich_text", "section", "video"}
)
_WIDE = _BOTH | {"carousel", "container", "data_table", "data_visualization", "table"}
SURFACES: dict[str, frozenset[str]] = {
    "modal": _BOTH | {"alert"},
    "home": _WIDE,
    "message": _WIDE | {"alert", "call", "context_actions", "file", "markdown", "plan", "task_card"},
}
_INTERACTIVE = ("button", "select", "overflow", "picker", "checkboxes", "radio_buttons", "input", "feedback_buttons")


def decoded(value: object) -> list[Json]:
    """Blocks as a list, from the JSON text that a form carries too."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise Breach("invalid_blocks_format") from None
    if not isinstance(value, list) or not all(isinstance(block, dict) for block in value):
        raise Breach("invalid_blocks_format")
    return value


def problems_of(blocks: list[Json], pointer: str, surface: str) -> list[str]:
    """Everything wrong with blocks on a surface."""
    problems = []
    if len(blocks) > MOST_BLOCKS[surface]:
        problems.append(f"no more than {MOST_BLOCKS[surface]} items allowed [json-pointer:{pointer}]")
    for index, block in enumerate(blocks):
        place = f"{pointer}/{index}"
        if block.get("type") not in SURFACES[surface]:
            problems.append(f"unsupported type: {block.get('type')} [json-pointer:{place}/type]")
            continue
        problems += structure_problems(block, place) or length_problems(block, place)
        problems += _rows(block, place)
        problems += _repeated((found.get("action_id") for _, found in objects(block, place)), "action_id", place)
    problems += _repeated((block.get("block_id") for block in blocks), "block_id", pointer)
    counted = Counter(str(block.get("type")) for block in blocks)
    problems += [
        f"only {most} {kind} allowed [json-pointer:{pointer}]" for kind, most in ONCE.items() if counted[kind] > most
    ]
    return problems


def nothing_wrong(blocks: list[Json], pointer: str, surface: str) -> list[str]:  # noqa: ARG001 - a `Judge`
    """A judge that takes everything: for measuring a bot, beside which the true judge takes most of the time."""
    return []


def accepted(value: object, ids: Ids, unknown: Collection[str] = (), judge: Judge = problems_of) -> list[Json]:
    """The blocks of a message as Slack keeps them; `unknown` are types that this workspace does not take yet."""
    blocks = decoded(value)
    for index, block in enumerate(blocks):
        if block.get("type") in unknown:
            raise Refusal("invalid_blocks", f"unsupported type: {block['type']} [json-pointer:/blocks/{index}/type]")
    problems = judge(blocks, "/blocks", "message")
    if problems:
        raise Breach("invalid_blocks", *problems)
    if characters(blocks) > MOST_CHARACTERS:
        raise Breach("msg_blocks_too_long", f"{characters(blocks)} characters in all")
    return stamped(blocks, ids)


def characters(value: object) -> int:
    """How many characters of text stand in blocks."""
    texts = (found.get("text") for _, found in objects(value, ""))
    return sum(len(text) for text in texts if isinstance(text, str))


def stamped(blocks: list[Json], ids: Ids) -> list[Json]:
    """A copy in which every block and every interactive element has an id."""
    kept = copy.deepcopy(blocks)
    for block in kept:
        block.setdefault("block_id", ids.new("b"))
        for _, element in objects(block, ""):
            if element is not block and _is_interactive(element):
                element.setdefault("action_id", ids.new("a"))
    return kept


def elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every element with an action id, with the block around it."""
    for block in blocks:
        for _, found in objects(block, ""):
            if "action_id" in found:
                yield block, found


def _is_interactive(element: Json) -> bool:
    kind = element.get("type")
    return isinstance(kind, str) and kind != "rich_text" and kind.endswith(_INTERACTIVE)


def _rows(block: Json, pointer: str) -> list[str]:
    """Rows of a table are equally long, and a row header is one of the columns."""
    rows = block.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows) or not rows:
        return []
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        return [f"rows must have the same number of cells [json-pointer:{pointer}/rows]"]
    if block.get("row_header_column_index", 0) >= max(widths):
        return [f"is no column [json-pointer:{pointer}/row_header_column_index]"]
    if not 1 <= block.get("page_size", 5) <= 100:
        return [f"must be between 1 and 100 [json-pointer:{pointer}/page_size]"]
    return []


def _repeated(names: Iterator[object], what: str, pointer: str) -> list[str]:
    counted = Counter(name for name in names if isinstance(name, str))
    return [f"{what} {name} already exists [json-pointer:{pointer}]" for name, times in counted.items() if times > 1]
