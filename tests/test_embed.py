"""The command that builds the index, as an operator runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Literal

import pytest

import embed
from bot.config import ModelConfig
from bot.index.encoder import open_build_encoder
from bot.index.generations import candidates, current_name
from bot.index.lock import build_lock
from bot.search.engine import Engine
from tests.corpora import ARTICLES, NOW, PROJECT, REAL_CORPUS, World, write_article, write_corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Said = Callable[[], tuple[str, ...]]

FEW = {name: ARTICLES[name] for name in ("en/aid.md", "ru/sud.md")}
# Articles of the shipped corpus, two a language.
SOME = (
    "2019-01-23-chicago-tribune-guaido-declares-interim.md",
    "2019-02-23-leaf-chronicle-national-guard-tear-gas.md",
    "2019-01-29-deutsche-welle-sanciones-pdvsa.md",
    "2019-03-10-el-economista-tercer-dia-sin-luz.md",
    "2019-02-23-tass-gruzovik-sozhzhen-granitsa.md",
    "2019-02-22-g1-fronteira-pacaraima-cucuta.md",
    "2019-02-04-24-heures-pays-europeens-guaido.md",
    "2019-02-03-rfi-groupe-de-lima-ottawa.md",
)
QUESTIONS = (
    "Who declared himself interim president?",
    "Which European countries recognised Guaidó?",
    "Who fired tear gas at the border?",
    "¿Qué sanciones recibió PDVSA?",
    "¿Cuántos días lleva el país sin luz?",
    "¿Quién quemó el camión?",
    "Кто поджёг грузовик на границе?",
    "Какие страны признали Гуайдо?",
    "O que aconteceu na fronteira em Pacaraima?",
    "Quem impôs sanções à PDVSA?",
    "Quels pays forment le groupe de Lima ?",
    "Que s'est-il passé à la frontière ?",
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Two articles and a configuration file that names their folders."""
    world = World(tmp_path)
    write_corpus(world.corpus, FEW)
    (tmp_path / "config.toml").write_text(
        f'[corpus]\npath = "{world.corpus}"\n[index]\npath = "{world.index.root}"\n[model]\nengine = "numpy"\n',
        encoding="utf-8",
    )
    return world


@pytest.fixture
def here(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The same, with its folder as the one the command is started in."""
    monkeypatch.chdir(world.folder)
    monkeypatch.delenv("DATELINE_CONFIG", raising=False)
    return world


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Return what the command wrote to its output and to its error output."""
    return lambda: tuple(capsys.readouterr())


def run(world: World, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in the world's folder."""
    return subprocess.run(
        [sys.executable, str(PROJECT / "embed.py"), *arguments],
        cwd=world.folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "PYTHONPATH": str(PROJECT)},
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Return the JSON objects that a command printed, one a line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_person_reads_a_summary(world: World) -> None:
    (world.corpus / "broken.md").write_bytes(b"no front matter")
    done = run(world)
    assert done.returncode == 0
    shown = done.stdout
    assert "articles   2 read, 1 skipped" in shown
    assert "skipped broken.md: no front matter" in shown
    assert "2 added, 0 changed, 0 removed" in shown
    assert "languages  en 1, ru 1" in shown
    assert "dates      2 dated, 0 undated" in shown
    assert "0 reused (numpy (fp32, cpu))" in shown
    assert f"snapshot   {current_name(world.index)}" in shown
    assert "encode" in done.stderr  # the bars
    assert "Traceback" not in done.stderr


def test_a_program_reads_json_lines_and_then_everything_is_reused_or_rebuilt(world: World) -> None:
    first = run(world, "--progress", "jsonl")
    assert first.returncode == 0
    *steps, last = lines(first)
    assert all(set(step) == {"stage", "done", "total"} for step in steps)
    assert [steps[0]["stage"], steps[-1]] == ["read", {"stage": "publish", "done": 1, "total": 1}]
    report = last["report"]
    assert report["articles"] == report["added"] == 2
    assert report["encoded"] > report["passages"]
    again = lines(run(world, "--progress", "jsonl"))[-1]["report"]
    assert (again["encoded"], again["reused"]) == (0, report["encoded"] + report["reused"])
    rebuilt = lines(run(world, "--progress", "jsonl", "--rebuild"))[-1]["report"]
    assert (rebuilt["encoded"], rebuilt["reused"]) == (report["encoded"], report["reused"])


def test_another_corpus_can_be_named(world: World, tmp_path: Path) -> None:
    write_corpus(tmp_path / "other", {"a.md": ARTICLES["es/luto.md"]})
    done = run(world, "--corpus", "other", "--progress", "none")
    assert "languages  es 1" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("progress", ["none", "jsonl"])
def test_a_missing_corpus_is_an_error_that_says_what_to_do(here: World, said: Said, progress: str) -> None:
    assert embed.main(["--corpus", "nowhere", "--progress", progress]) == embed.FAILED == 1
    out, err = said()
    message = json.loads(out)["error"] if progress == "jsonl" else err
    assert "nowhere: no such folder; set [corpus] path, or name one with --corpus" in message
    assert not here.index.snapshots.exists()


def test_a_wrong_configuration_is_an_error_that_names_the_key(here: World, said: Said) -> None:
    (here.folder / "config.toml").write_text("[index]\nkeep = 0\n", encoding="utf-8")
    assert embed.main(["--progress", "jsonl"]) == 1
    assert "index.keep" in json.loads(said()[0])["error"]


def test_an_index_that_cannot_be_written_is_an_error_that_names_it(here: World, said: Said) -> None:
    """As for a folder that is read-only; here a file stands in its way, which stops the superuser too."""
    here.index.root.write_text("in the way", encoding="utf-8")
    assert embed.main(["--progress", "none"]) == 1
    assert str(here.index.root) in said()[1]


@pytest.mark.parametrize("progress", ["none", "jsonl"])
def test_a_second_build_has_a_status_of_its_own(here: World, said: Said, progress: str) -> None:
    with build_lock(here.index):
        assert embed.main(["--progress", progress]) == embed.LOCKED == 3
    assert "another build is running (process" in "".join(said())


@pytest.mark.parametrize("progress", ["none", "jsonl"])
def test_rollback_goes_back_one_and_says_so(here: World, said: Said, progress: str) -> None:
    assert embed.main(["--progress", "none"]) == 0
    first = current_name(here.index) or ""
    write_article(here.corpus, "en/more.md", "title: More\nlanguage: en", "One more article.")
    assert embed.main(["--progress", "none"]) == 0
    second = current_name(here.index) or ""
    said()
    assert embed.main(["--rollback", "--progress", progress]) == 0
    out, _ = said()
    if progress == "jsonl":
        assert json.loads(out) == {"rollback": {"withdrawn": second, "live": first}}
    else:
        assert out.startswith(f"snapshot {first} is live again, {second} is withdrawn")
    assert candidates(here.index) == [first, second]
    assert embed.main(["--rollback", "--progress", progress]) == embed.FAILED
    assert "there is no older snapshot to go back to" in "".join(said())


def test_a_rollback_beside_a_build_has_the_status_of_a_second_build(here: World, said: Said) -> None:
    with build_lock(here.index):
        assert embed.main(["--rollback"]) == embed.LOCKED
    assert "another build is running (process" in said()[1]


def test_rebuild_and_rollback_exclude_each_other() -> None:
    with pytest.raises(SystemExit, match="2"):
        embed.main(["--rebuild", "--rollback"])


def test_an_interrupted_build_ends_without_a_traceback(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(embed, "build", interrupted)
    assert embed.main(["--progress", "none"]) == embed.INTERRUPTED == 130
    assert not here.index.snapshots.exists()


@pytest.mark.usefixtures("here")
def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(SystemExit, match="2"):
        embed.main(["--progress", "loud"])


def test_it_never_loads_telegram(world: World) -> None:
    program = (
        "import sys, embed\n"
        "status = embed.main(['--progress', 'none'])\n"
        "assert not {'telegram', 'bot.chat'} & set(sys.modules), 'telegram was loaded'\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=world.folder,
        env={"PATH": "", "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_long_list_of_skipped_files_is_shortened(world: World) -> None:
    for number in range(25):
        (world.corpus / f"{number:02}.md").write_bytes(b"")
    shown = embed.summary(world.build())
    assert shown.count("skipped 1") == 10
    assert "and 5 more, 1 reasons in all" in shown


def test_both_engines_build_indexes_that_find_the_same(tmp_path: Path) -> None:
    """Built by sentence-transformers or by numpy, a question gets the same hits in nearly the same order."""
    corpus = tmp_path / "corpus"
    for name in SOME:
        head, text = (REAL_CORPUS / name).read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
        write_article(corpus, name, head, text.strip().split("\n\n")[0])
    engines = []
    kinds: tuple[Literal["numpy"], Literal["sentence-transformers"]] = ("numpy", "sentence-transformers")
    for engine in kinds:
        world = World(tmp_path / engine, corpus=corpus)
        world.encoder = open_build_encoder(ModelConfig(engine=engine))
        world.build()
        engines.append(Engine.open(world.config))
    one, other = engines
    for question in QUESTIONS:
        first, second = (
            [hit.passage.article.id for hit in engine.ask(question, now=NOW, limit=4).hits] for engine in (one, other)
        )
        assert first[0] == second[0], question
        assert len(set(first) & set(second)) >= 3, question
