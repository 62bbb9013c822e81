"""The export is what `python -m bot evaluate` reads, and judges no more than people said."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.chat.feedback.export import JUDGED, OTHER, export
from bot.chat.feedback.store import Kept, Verdict
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

YES = Kept(1, Verdict.ANSWERS, "When did the bridge open?", "en", "found", 8, "bridge.md", "en")
ARTICLES = {
    "bridge.md": "The bridge over the river opened again on Friday. Some 40 trucks had waited there for a week.",
    "puente.md": "El mercado central cerró tres días por falta de harina. Los panaderos pidieron ayuda al alcalde.",
}


def lines(content: bytes) -> list[dict[str, object]]:
    """Return the objects of a file of lines."""
    return [json.loads(line) for line in content.splitlines()]


def test_every_article_that_answered_a_question_is_relevant_to_it() -> None:
    other = replace(YES, number=2, article="ferry.md")
    made = export([YES, other, replace(YES, number=3, verdict=Verdict.DOES_NOT)], {"bridge.md", "ferry.md"})
    assert [line["relevant"] for line in lines(made.questions)] == [["bridge.md", "ferry.md"]]
    assert [line["id"] for line in lines(made.not_answered)] == ["vote-3"]
    assert (made.judged, made.other) == (1, 1)


def test_an_article_that_left_the_collection_judges_nothing() -> None:
    made = export([YES], {"ferry.md"})
    assert made.questions == b""
    assert lines(made.not_answered)[0]["why"] == "the article that answered it left the collection"


def test_a_question_in_two_languages_is_two_and_crossing_languages_is_a_kind() -> None:
    spanish = replace(YES, number=2, language="es")
    made = export([YES, spanish], {"bridge.md"})
    assert [(line["language"], line["kind"]) for line in lines(made.questions)] == [
        ("en", "same language"),
        ("es", "cross-lingual"),
    ]


def test_evaluate_reads_what_is_exported(tmp_path: Path) -> None:
    """The real command, the real model, a corpus of two articles."""
    (tmp_path / "corpus").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "corpus" / name).write_text(f"---\ntitle: {name[:-3]}\ndate: 2019-05-01\n---\n\n{text}\n")
    bakers = Kept(2, Verdict.ANSWERS, "What did the bakers ask for?", "en", "found", 7, "puente.md", "es")
    made = export([YES, bakers, replace(YES, number=3, verdict=Verdict.DOES_NOT)], set(ARTICLES))
    (tmp_path / JUDGED).write_bytes(made.questions)
    (tmp_path / OTHER).write_bytes(made.not_answered)
    toml = f'index.path = "{tmp_path}/index"\nmodel.engine = "numpy"\nmodel.threads = 1\n'
    (tmp_path / "config.toml").write_text(toml)
    command = ["-m", "bot", "evaluate", str(tmp_path), "--corpus", str(tmp_path / "corpus"), "--json"]
    run = subprocess.run(
        [sys.executable, *command, "--config", str(tmp_path / "config.toml")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert report["all"]["questions"] == 2
    assert report["all"]["hit@1"] == 1.0
    assert set(report["kinds"]) == {"same language", "cross-lingual"}
