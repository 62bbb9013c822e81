"""Drawing in a process of its own: the picture, or None with a line in the log."""

from __future__ import annotations

import os
import sys

import pytest

from bot.chat.timeline.drawing import Bar, Chart
from bot.chat.timeline.painter import Painter

CHART = Chart("harbour", "articles a day", "known publishers", (Bar(0, 1, 1, 1),), ((0.5, "1 May\n2019"),), 7)


def program(code: str) -> tuple[str, ...]:
    """Return the command of a program given as its code."""
    return (sys.executable, "-c", code)


async def test_the_real_program_gives_a_picture() -> None:
    picture = await Painter().paint(CHART)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import sys; sys.exit(3)", "ended with status 3"),
        ("import sys; sys.stdin.read()", "ended with status 0"),
        ("import time; time.sleep(60)", "took longer than 0.5 seconds"),
    ],
)
async def test_a_program_that_fails_is_logged_and_gives_none(
    code: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whether it dies, says nothing, or hangs; the log does not hold what was drawn."""
    assert await Painter(program(code), seconds=0.5 if "sleep" in code else 20).paint(CHART) is None
    assert said in caplog.text
    assert "harbour" not in caplog.text


async def test_a_program_that_is_not_there_is_logged_and_gives_none(caplog: pytest.LogCaptureFixture) -> None:
    assert await Painter(("/nowhere/python",)).paint(CHART) is None
    assert "did not start" in caplog.text


async def test_the_program_does_not_get_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """Foreign words are drawn there; it needs no secret."""
    monkeypatch.setitem(os.environ, "DATELINE_TOKEN", "1:secret")
    code = "import os, sys; sys.stdin.read(); print(os.environ.get('DATELINE_TOKEN'))"
    assert await Painter(program(code)).paint(CHART) == b"None\n"
