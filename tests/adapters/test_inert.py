"""Text of a claim or an article is inert: it never colours, links, moves the cursor or turns lines around."""

import contextlib
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.terminal.render import show, show_whole
from bot.plain import plain_text
from bot.reply import Action, Citation, Line, Note, Reply
from knowledge.store import PutArticle, PutClaim, Store
from knowledge.value import Bilingual, Passage
from tests.adapters.program import Program

LINK = "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\"
HOSTILE = f"a\x1b[31mred\x1b[0m \x9b5mC1 {LINK} \x07\x08\x7f\u202eturned\u202c [bold]b[/bold] [link=x]y[/] :smile: *z*"
FORBIDDEN = {
    *map(chr, [*range(10), *range(11, 32), *range(127, 160)]),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069",
}
NOTE = Note(kind="caution", text=HOSTILE)
REPLY = Reply(
    outcome="found",
    language="en",
    headline=HOSTILE,
    lines=(Line(label=HOSTILE, figure=HOSTILE, detail=HOSTILE, citations=(1,), notes=(NOTE,), quotes=(HOSTILE,)),),
    more=(Line(label="", figure=HOSTILE, notes=(NOTE,)),),
    notes=(NOTE,),
    citations=(
        Citation(
            number=1,
            title=HOSTILE,
            source=HOSTILE,
            date=HOSTILE,
            url="https://paper.example/\x1b[31m",
            quotes=(HOSTILE, f"{HOSTILE}\n[2] made up"),
        ),
    ),
    actions=(Action(label=HOSTILE, ask=HOSTILE),),
)


def rendered(whole: bool) -> str:  # noqa: FBT001
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        (show_whole if whole else show)(REPLY)
    return written.getvalue()


@pytest.mark.parametrize("whole", [False, True], ids=["short", "whole"])
def test_no_control_character_of_a_text_reaches_the_terminal(whole: bool) -> None:  # noqa: FBT001
    assert FORBIDDEN & set(rendered(whole)) == set()


def test_markup_of_a_text_is_shown_as_it_is_written() -> None:
    words = rendered(whole=True)
    assert "[bold]b[/bold]" in words
    assert "[link=x]y[/]" in words
    assert ":smile:" in words
    assert "*z*" in words


def test_a_quote_cannot_pass_for_a_source() -> None:
    assert "\n[2] made up" not in rendered(whole=True)


def test_plain_text_has_no_control_character_of_a_text() -> None:
    assert FORBIDDEN & set(plain_text(REPLY)) == set()


class TestFromTheBase:
    """The same from end to end: a claim with a hostile text is in the base, by whatever way it came."""

    @pytest.fixture(scope="class")
    @classmethod
    def program(cls, capex: Program, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
        copy = tmp_path_factory.mktemp("hostile") / "base.db"
        copy.write_bytes(base.read_bytes())
        text = f"x{HOSTILE}x"
        with Store(f"sqlite:///{copy}", corpus=Path(__file__).parents[2] / "knowledge" / "corpus") as store:
            found = store.evidence(["meta"], ["capex"])
            edits = [
                PutClaim(
                    claim.model_copy(
                        update={
                            "quote": Passage(start=0, text=f"{claim.receipt.text}{text}"[:400]),
                            "statement": Bilingual(en=text, de=text),
                            "cautions": tuple(
                                caution.model_copy(update={"text": Bilingual(en=text, de=text)})
                                for caution in claim.cautions
                            ),
                        }
                    )
                )
                for claim in found.claims
            ]
            articles = [PutArticle(article.model_copy(update={"title": text})) for article in found.articles.values()]
            store.write("anna", [*edits, *articles], datetime.now(UTC))
        return capex.having(CAPEX_DATABASE_URL=f"sqlite:///{copy}")

    @pytest.mark.parametrize(
        "arguments", [["ask", "meta capex", "--more"], ["ask", "meta capex", "--json"], ["claims"]], ids=" ".join
    )
    def test_no_control_character_comes_out(self, program: Program, arguments: list[str]) -> None:
        ran = program.run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert FORBIDDEN & set(ran.out) == set()

    def test_json_has_a_plain_text_beside_the_verbatim_quote(self, program: Program) -> None:
        answer = program.ask_many(["meta capex"])[0]
        assert FORBIDDEN & set(answer["text"]) == set()
