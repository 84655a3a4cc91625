"""`capex claims`, `capex read` and `capex check`: looks at the base, the readers and the corpus."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.places import shipped_corpus
from knowledge.corpus_file import VOCABULARY_FILE, read_article_file
from tests.adapters.program import ROOT, Program, Ran
from tests.adapters.shape import LISTED_CLAIM, READ, misfits

TEXTS = ROOT.parent / "shared" / "articles"


@pytest.fixture(scope="module")
def claims(capex: Program) -> list[dict[str, Any]]:
    ran = capex.run("claims", "--json")
    assert (ran.code, ran.err) == (0, "")
    return ran.objects


class TestClaims:
    def test_every_claim_of_the_corpus_is_there_once(self, claims: list[dict[str, Any]]) -> None:
        files = (file for file in shipped_corpus().glob("*.yaml") if file.name != VOCABULARY_FILE)
        written = {claim.id for file in files for claim in read_article_file(file).value.claims}
        listed = [claim["id"] for claim in claims]
        assert len(listed) == len(set(listed))
        assert written
        assert set(listed) == written

    def test_each_has_the_stable_shape_with_both_statements(self, claims: list[dict[str, Any]]) -> None:
        assert [one for claim in claims for one in misfits(claim, LISTED_CLAIM, claim["id"])] == []

    def test_a_claim_is_the_same_in_an_answer(self, capex: Program, claims: list[dict[str, Any]]) -> None:
        answer = capex.ask_many(["/capex meta"])[0]
        listed = {claim["id"]: claim for claim in claims}
        apart = {"role", "citation", "statement", "cautions"}
        for claim in answer["claims"]:
            there = listed[claim["id"]]
            assert {key: claim[key] for key in claim.keys() - apart} == {
                key: there[key] for key in there.keys() - apart
            }
            assert claim["statement"] == there["statement"]["en"]

    def test_without_json_it_is_one_line_a_claim(self, capex: Program, claims: list[dict[str, Any]]) -> None:
        ran = capex.run("claims")
        assert [line.split()[0] for line in ran.out.splitlines()] == [claim["id"] for claim in claims]


class TestRead:
    TEXT = "35 bis 40 Milliarden US-Dollar im Jahr 2024, fast 90 % mehr"

    def test_json_has_the_stable_shape_and_true_places(self, capex: Program) -> None:
        found = json.loads(capex.run("read", "--json", self.TEXT).out)
        assert misfits(found, READ) == []
        first, second = found["amounts"]
        assert (first["low"], first["high"], first["unit"], first["bound"]) == (35e9, 40e9, "USD", "range")
        assert (second["low"], second["unit"], second["bound"]) == (90, "percent", "almost")
        assert all(self.TEXT[one["start"] : one["end"]] == one["text"] for one in found["amounts"])
        assert [(one["label"], one["start"], one["end"]) for one in found["periods"]] == [
            ("2024", "2024-01-01", "2024-12-31")
        ]

    def test_lines_name_each_thing_read(self, capex: Program) -> None:
        ran = capex.run("read", "35", "billion", "dollars", "in", "2024")
        assert (ran.code, ran.err) == (0, "")
        assert "35 billion dollars" in ran.out
        assert "2024-01-01" in ran.out

    def test_stdin_gives_one_object_a_line(self, capex: Program) -> None:
        texts = ["5 %", "", "nichts", "\0\x1b[31m", "<b>12 Mio. €</b>", "this year", "9" * 10_000, "x" * 10_000]
        given = "\n".join(texts).encode() + b"\n\xff 5 % \xed\xa0\x80"
        ran = capex.run("read", "--stdin", "--json", "--on", "2031-05-05", given=given)
        assert (ran.code, ran.err) == (0, "")
        found = ran.objects
        assert [misfits(one, READ) for one in found] == [[]] * (len(texts) + 1)
        assert [len(one["amounts"]) for one in found[:5]] == [1, 0, 0, 0, 1]
        assert len(found[-1]["amounts"]) == 1
        assert found[5]["periods"][0]["start"] == "2031-01-01"

    def test_lang_decides_how_a_number_is_read(self, capex: Program) -> None:
        ran = capex.run("read", "--json", "--lang", "de", "1.234 Prozent and 1,234 percent")
        assert [one["low"] for one in ran.objects[0]["amounts"]][:1] == [1234]


class TestCheck:
    def test_the_shipped_corpus_holds_and_no_base_is_made(self, fresh: Program, tmp_path: Path) -> None:
        ran = fresh.run("check")
        assert (ran.code, ran.err) == (0, "")
        assert not (tmp_path / "data").exists()

    @pytest.mark.skipif(not TEXTS.is_dir(), reason="the full texts of the articles are not there")
    def test_the_shipped_corpus_holds_against_the_full_texts(self, fresh: Program) -> None:
        ran = fresh.run("check", "--texts", str(TEXTS))
        assert (ran.code, ran.err) == (0, "")
        assert "not proved" not in ran.out


SMALLEST = min(
    (file for file in shipped_corpus().glob("*.yaml") if file.stem != "vocabulary"),
    key=lambda file: file.stat().st_size,
)


def replaced(pattern: str, by: str) -> Callable[[str], str]:
    """Replace the first match, which has to be there."""

    def spoil(text: str) -> str:
        spoilt, count = re.subn(pattern, by, text, count=1, flags=re.MULTILINE)
        assert count
        return spoilt

    return spoil


def twice(text: str) -> str:
    """The first claim once more at the end."""
    begin = text.index("- id:")
    return text + text[begin : text.index("\n- id:", begin) + 1]


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "bracket": (replaced(r"^claims:$", "claims: ["), "YAML"),
    "tab": (replaced(r"^  subject: ", "\tsubject: "), "YAML"),
    "unknown-field": (replaced(r"^  subject: (.*)$", r"  subject: \1\n  mood: good"), "mood"),
    "unknown-metric": (replaced(r"^  metric: .*$", "  metric: no-such-metric"), "no-such-metric"),
    "unknown-subject": (replaced(r"^  subject: .*$", "  subject: no-such-subject"), "no-such-subject"),
    "missing-field": (replaced(r"^  status: .*\n", ""), "status"),
    "wrong-status": (replaced(r"^  status: .*$", "  status: rumour"), "status"),
    "wrong-amount": (replaced(r"\blow: *'?\"?[0-9.]+'?\"?", "low: 123456"), "123456"),
    "claim-twice": (twice, "stands already"),
    "list": (lambda _: "- just\n- a list\n", r"\S"),
    "empty": (lambda _: "", "empty"),
    "anchors": (lambda _: "a: &a [x]\nb: &b [*a, *a]\n" * 3, "YAML"),
    "code": (lambda _: "!!python/object/apply:os.system ['true']\n", r"\S"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, capex: Program) -> tuple[Path, Ran]:
    """A copy of the corpus in which each file is broken in another way, and what the check says of it."""
    folder = tmp_path_factory.mktemp("corpus")
    shutil.copy(shipped_corpus() / "vocabulary.yaml", folder)
    for name, (spoil, _) in BROKEN.items():
        text = spoil(SMALLEST.read_text(encoding="utf-8"))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"article:\n  title: \xff\xfe\n")
    return folder, capex.run("check", "--corpus", str(folder))


class TestBrokenCorpus:
    def test_it_ends_with_1_and_without_a_traceback(self, broken: tuple[Path, Ran]) -> None:
        _, ran = broken
        assert ran.code == 1
        assert "Traceback" not in ran.err

    @pytest.mark.parametrize("name", BROKEN)
    def test_path_line_and_fault_are_named(self, broken: tuple[Path, Ran], name: str) -> None:
        folder, ran = broken
        assert re.search(rf"(?m)^{re.escape(str(folder / name))}\.yaml:\d+: .*({BROKEN[name][1]})", ran.err)

    def test_a_file_that_is_not_utf_8_is_named(self, broken: tuple[Path, Ran]) -> None:
        folder, ran = broken
        assert re.search(rf"(?m)^{re.escape(str(folder))}/latin\.yaml:\d+: \S", ran.err)

    @pytest.mark.parametrize(("name", "word"), [("unknown-field", "mood"), ("wrong-status", "rumour")])
    def test_the_line_is_that_of_the_fault(self, broken: tuple[Path, Ran], name: str, word: str) -> None:
        folder, ran = broken
        text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
        line = text[: text.index(f" {word}")].count("\n") + 1
        assert f"{name}.yaml:{line}: " in ran.err

    def test_a_broken_vocabulary_is_named(self, capex: Program, tmp_path: Path) -> None:
        file = tmp_path / "vocabulary.yaml"
        text = (shipped_corpus() / "vocabulary.yaml").read_text(encoding="utf-8")
        file.write_text(text.replace("kind: company", "kind: planet", 1), encoding="utf-8")
        ran = capex.run("check", "--corpus", str(tmp_path))
        assert ran.code == 1
        assert re.search(rf"{re.escape(str(file))}:\d+: ", ran.err)
        assert "Traceback" not in ran.err

    def test_a_folder_without_a_corpus_is_named(self, capex: Program, tmp_path: Path) -> None:
        ran = capex.run("check", "--corpus", str(tmp_path))
        assert ran.code == 1
        assert str(tmp_path) in ran.err
        assert "Traceback" not in ran.err
