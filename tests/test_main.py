"""The command line: its commands, their exit statuses, and one clear line for every error."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from tests.corpora import PROJECT, World, shared_folder, small_real_world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> World:
    """The small world's index, configured in the folder that the command is started in."""
    world = small_real_world(shared_folder(tmp_path_factory))
    (tmp_path / "config.toml").write_text(f'[index]\npath = "{world.index.root}"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_CONFIG", raising=False)
    monkeypatch.delenv("DATELINE_TOKEN", raising=False)
    return world


@pytest.mark.usefixtures("here")
def test_a_question_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Which bishop asked for justice?"]) == 0
    assert "El Correo del Valle (owner unknown, country unknown), 2021-05-07" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_nothing_asked_is_a_mistake_of_the_callers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask"]) == 2
    assert 'python -m bot ask "question"' in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_a_conversation_reads_the_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Which bishop asked for justice?\n\n"))
    assert main(["chat"]) == 0
    assert "El Correo del Valle" in capsys.readouterr().out


def test_json_lines_through_a_pipe(here: World) -> None:
    questions = "".join(json.dumps({"id": n, "question": "Кто подал в отставку?"}) + "\n" for n in range(3))
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        input=questions,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "", "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [0, 1, 2]
    assert here.index.current.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--config", "nowhere.toml"], "nowhere.toml: no such configuration file"),
        (["--config", "bad.toml"], "bad.toml: answers.hits"),
        (["--config", "empty.toml"], "no snapshot yet; build one with: python embed.py"),
    ],
)
def test_an_error_is_one_line_and_a_status(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.toml").write_text("answers.hits = 99\n", encoding="utf-8")
    (tmp_path / "empty.toml").write_text(f'index.path = "{tmp_path}/index"\n', encoding="utf-8")
    assert main(["ask", *arguments, "Who resigned?"]) == 1
    said = capsys.readouterr()
    assert message in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


@pytest.mark.usefixtures("here")
def test_the_bot_does_not_run_without_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 1
    assert "DATELINE_TOKEN" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["fly"], ["ask", "--loud"], ["evaluate"]])
def test_wrong_arguments_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.__main__.load_config", interrupted)
    assert main(["ask", "Who?"]) == 130
    assert capsys.readouterr() == ("", "")
