"""`capex chat`: a conversation as a script through a pipe, and before a person on a terminal."""

import signal
from pathlib import Path

import pytest

from tests.adapters.program import Program
from tests.adapters.screen import on_screen

PROMPT = "capex>"
REST = " more: "


def said(capex: Program, *lines: str) -> str:
    ran = capex.run("chat", given="".join(f"{line}\n" for line in lines))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def asked(capex: Program, *arguments: str) -> str:
    """The answer to a question that stands alone, without the hint at the rest of it."""
    lines = capex.run("ask", *arguments).out.splitlines(keepends=True)
    return "".join(lines[:-1] if lines[-1].startswith("… ") else lines)


@pytest.fixture(scope="module")
def google(capex: Program) -> str:
    """The answer to a question that names everything."""
    return asked(capex, "google capex")


class TestScript:
    @pytest.mark.parametrize("word", [" EXIT ", "tschüss"])
    def test_an_exit_word_ends_it(self, capex: Program, word: str) -> None:
        assert said(capex, word, "meta").strip() == "Goodbye."

    def test_it_says_goodbye_in_the_language_of_the_last_answer(self, capex: Program) -> None:
        assert said(capex, "meta capex", "Investitionsausgaben von Meta", "ende").endswith("Auf Wiedersehen.\n")

    def test_lang_is_the_language_of_all_answers(self, capex: Program) -> None:
        ran = capex.run("chat", "--lang", "de", given="meta capex\nexit\n")
        assert "Prognose" in ran.out
        assert ran.out.endswith("Auf Wiedersehen.\n")

    def test_a_follow_up_builds_on_the_question_before_it(self, capex: Program, google: str) -> None:
        assert google in said(capex, "meta capex", "and google?")

    def test_more_shows_the_whole_and_the_next_question_still_follows_up(self, capex: Program, google: str) -> None:
        shown = said(capex, "/capex meta", " MORE ", "and google capex?")
        assert asked(capex, "--more", "/capex meta") in shown
        assert google in shown

    def test_the_hint_at_the_rest_names_what_is_typed_here(self, capex: Program) -> None:
        shown = said(capex, "/capex meta")
        assert REST in shown
        assert "--more" not in shown

    def test_a_number_asks_the_choice_of_that_place(self, capex: Program) -> None:
        choices = capex.ask_many(["meta 2031"])[0]["choices"]
        chosen = asked(capex, choices[1]["ask"])
        assert chosen in said(capex, "meta 2031", "2")

    def test_a_number_without_a_choice_is_a_question(self, capex: Program) -> None:
        shown = said(capex, "1", "0", "²", "１", "9" * 20, "meta 2031", "9")
        assert "»" not in shown

    def test_bad_input_is_answered_and_the_conversation_goes_on(self, capex: Program) -> None:
        ran = capex.run("chat", given=b"more\n\xff\xfe\0\x1b[31m\n" + b"x" * 10_000 + b"\n\nmeta capex\nexit\n")
        assert (ran.code, ran.err) == (0, "")
        assert "US$35–40 bn" in ran.out
        assert "\x1b" not in ran.out

    def test_an_answer_is_given_before_the_next_question_is_asked(self, capex: Program) -> None:
        with capex.start("chat") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b"samsung capex\n")
            process.stdin.flush()
            assert process.stdout.readline() == b"Not in the knowledge base\n"
            process.stdin.close()
            assert process.wait() == 0

    def test_an_interrupt_ends_it_without_a_traceback(self, capex: Program) -> None:
        with capex.start("chat") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdin.write(b"elliott\n")
            process.stdin.flush()
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
            assert b"Traceback" not in process.stderr.read()
            process.stdin.close()
            assert process.wait() in (0, 1, 130)


class TestTerminal:
    def test_a_conversation(self, fresh: Program, capex: Program) -> None:
        """One conversation with everything in it: starting a program on a terminal takes its time."""
        program = fresh.having(CAPEX_DATABASE_URL=f"sqlite:///{capex.environment['XDG_DATA_HOME']}/capex/capex.db")
        with on_screen(program, "chat") as screen:
            screen.wait_for(PROMPT)
            screen.type("meta capex\r")
            assert "US$35–40 bn" in screen.wait_for(REST)
            screen.wait_for(PROMPT)
            screen.type("and google?\r")
            assert "Alphabet" in screen.wait_for("[1]")
            screen.wait_for(PROMPT)
            screen.type("half a ques\x03")  # Ctrl-C forgets the line
            screen.wait_for(PROMPT)
            screen.type("\x1b[A\x1b[A\r")  # two lines up in the history
            assert "US$35–40 bn" in screen.wait_for(REST)
            screen.wait_for(PROMPT)
            screen.type("\x04")  # Ctrl-D ends it
            assert screen.end() == 0
        assert "Goodbye." in screen.written
        assert "Traceback" not in screen.written
        history = Path(program.environment["XDG_DATA_HOME"]) / "capex" / "history"
        typed = [line for line in history.read_text().splitlines() if line.startswith("+")]
        assert typed == ["+meta capex", "+and google?", "+meta capex"]

    def test_an_exit_word_ends_it(self, capex: Program) -> None:
        with on_screen(capex, "chat") as screen:
            screen.wait_for(PROMPT)
            screen.type("exit\r")
            assert screen.end() == 0
        assert "Goodbye." in screen.written

    def test_a_history_that_cannot_be_kept_is_told_in_one_sentence_or_done_without(
        self, fresh: Program, capex: Program, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        base = f"sqlite:///{capex.environment['XDG_DATA_HOME']}/capex/capex.db"
        program = fresh.having(XDG_DATA_HOME=str(tmp_path / "file" / "data"), CAPEX_DATABASE_URL=base)
        with on_screen(program, "chat") as screen:
            screen.wait_for("capex")
            screen.type("exit\r")
            code = screen.end()
        assert "Traceback" not in screen.written
        assert code in (0, 1)
