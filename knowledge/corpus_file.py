"""Claims and vocabulary as plain YAML files that a person can review in a diff.

One file holds the vocabulary, one file each article with its claims. Every value stands on a line of its own, so
that a changed word is a changed line, and every fault is told with path and line. Writing what was read yields
the same file: the shipped corpus and an export have one form.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.fault import FileFault
from knowledge.value import Value
from knowledge.vocabulary import Vocabulary

VOCABULARY_FILE = "vocabulary.yaml"

V = TypeVar("V", bound=Value)


class _Dumper(yaml.CSafeDumper):
    """Writes every value out, also one that stands in several places: aliases are refused when read."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Always."""
        return True


class ArticleFile(Value):
    """One article and the claims that were read from it."""

    article: Article
    claims: tuple[Claim, ...] = ()


class Located(Generic[V]):
    """A value read from a file, which can say on which line a part of it stands."""

    def __init__(self, value: V, path: Path, root: yaml.Node) -> None:
        self.value = value
        self.path = path
        self._root = root

    def line(self, *keys: str | int) -> int:
        """The line (from 1) of the part reached by `keys`, or of the nearest part that is written out."""
        return _line(self._root, keys)


def read_vocabulary(path: Path) -> Located[Vocabulary]:
    """The vocabulary in the file at `path`; raises FileFault."""
    return _read(path, Vocabulary)


def read_article_file(path: Path) -> Located[ArticleFile]:
    """An article and its claims from the file at `path`; raises FileFault."""
    return _read(path, ArticleFile)


def read_claim(text: str) -> Claim:
    """The claim in a text of the one form, as somebody edited it; raises FileFault."""
    return _located(Path("claim"), text, Claim).value


def write(value: Value, path: Path) -> None:
    """Write `value` to `path` in the one form; fields at their defaults are left out."""
    path.write_text(written(value), encoding="utf-8", newline="\n")


def written(value: Value) -> str:
    """`value` in the one form."""
    plain = _plain(value.model_dump(exclude_defaults=True))
    text: str = yaml.dump(plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100_000)
    return text


def _read(path: Path, kind: type[V]) -> Located[V]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FileFault(str(path), 1, f"the file is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    return _located(path, text, kind)


def _located(path: Path, text: str, kind: type[V]) -> Located[V]:
    root, plain = _parse(path, text)
    try:
        return Located(kind.model_validate(plain), path, root)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(key) for key in first["loc"])
        what = first["msg"].removeprefix("Value error, ")
        line = _line(root, first["loc"])
        raise FileFault(str(path), line, f"{where}: {what}" if where else what) from None


def _parse(path: Path, text: str) -> tuple[yaml.Node, Any]:
    loader = yaml.CSafeLoader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise FileFault(str(path), 1, "the file is empty")
        for node, why in _unwanted(root):
            raise FileFault(str(path), node.start_mark.line + 1, why)
        if not isinstance(root, yaml.MappingNode):
            raise FileFault(str(path), 1, "the file holds no keys with values; see the shipped corpus for its form")
        return root, loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FileFault(str(path), line, f"not valid YAML: {error.problem}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise FileFault(str(path), 1, f"not valid YAML: {error}") from None
    finally:
        loader.dispose()


def _unwanted(root: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    """Nodes that YAML allows and a reviewer would overlook: aliases and repeated keys."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            yield node, "YAML aliases are not allowed here; write the value out"
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                if key.value in keys:
                    yield key, f"the key '{key.value}' stands twice"
                keys.add(str(key.value))
                stack.append(value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)


def _line(node: yaml.Node, keys: Sequence[str | int]) -> int:
    for key in keys:
        child = _child(node, key)
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item: yaml.Node = node.value[key]
        return item
    return None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
