"""The bot over the real engine: the packaged model, an index built by the real build, questions across languages."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.app import build_command
from bot.config import load_config
from bot.search.engine import Engine
from tests.chat.conftest import ADMIN, eventually

if TYPE_CHECKING:
    from tests.chat.conftest import World

ROOT = Path(__file__).parents[2]
ARTICLES = (
    "2019-01-29-caracol-radio-shanahan-libreta-bolton.md",
    "2019-02-24-diario-del-huila-frontera-deserciones.md",
    "2019-01-25-wikifx-china-opposes-outside-interference.md",
    "2019-06-07-yourvalley-exodus-passes-four-million.md",
    "2019-06-07-ria-novosti-chetyre-milliona.md",
)
ADDED = "2019-04-18-japan-times-sanctions-remittances-central-bank.md"
DESERTERS = "A primera hora cuatro guardias nacionales huyeron por el puente internacional Simón Bolívar"
# The threshold is the retrieval's affair, calibrated and tested elsewhere, on more than five articles.
CONFIG = """
corpus.path = "{folder}/corpus"
index.path = "{folder}/index"
model.engine = "numpy"
model.threads = 1
answers.threshold = 0.0
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small corpus, its configuration and the index that the real build made of it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "corpus").mkdir()
    for name in ARTICLES:
        shutil.copy(ROOT / "corpus" / name, folder / "corpus")
    (folder / "config.toml").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    subprocess.run(build_command(folder / "config.toml"), cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A copy of that folder for one test."""
    home = tmp_path / "home"
    shutil.copytree(built, home)
    (home / "config.toml").write_text(CONFIG.format(folder=home), encoding="utf-8")
    return home


def reader(world: World, language: str) -> dict[str, Any]:
    """Return the private chat of a new reader."""
    return dict(world.api.private(world.api.user("Ann", language_code=language)))


async def test_readers_get_quotations_across_languages_and_new_articles_without_a_restart(
    offstage: World, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One story: ask in two languages, look around, add an article, reindex, ask again, look back."""
    monkeypatch.chdir(ROOT)
    real = offstage
    real.build_command = build_command(home / "config.toml")
    real.engine = await asyncio.to_thread(Engine.open, load_config(home / "config.toml"))
    await real.start()

    english, russian = reader(real, "en"), reader(real, "ru")
    real.api.say("How many guards deserted over the bridge to Colombia?", chat=english)
    answer = await real.sent(english)
    assert DESERTERS in answer["text"]
    assert "Diario del Huila" in answer["text"]
    real.api.press(answer, text="Context 1")
    assert (await real.sent(english, 2))["text"]

    real.api.say("Сколько человек покинуло Венесуэлу за последние годы?", chat=russian)
    assert "РИА Новости" in (await real.sent(russian))["text"]

    query = real.api.inline(real.api.users[english["id"]], "what was written in the notebook of John Bolton")
    call = await real.api.wait_call("answerInlineQuery", 10, inline_query_id=query)
    assert any("5.000 tropas para Colombia" in one["input_message_content"]["message_text"] for one in results(call))

    shutil.copy(ROOT / "corpus" / ADDED, home / "corpus")
    admin = real.api.private(real.api.user("Root", id=ADMIN, language_code="en"))
    real.api.say("/reindex", chat=admin)
    await eventually(lambda: any("Added: 1." in text for text in real.texts(admin)), 60)
    real.api.say("How do sanctions on the central bank hit remittances?", chat=english)
    assert "Japan Times" in (await real.sent(english, 3))["text"]
    real.api.say("/about", chat=english)
    assert "6 articles" in (await real.sent(english, 4))["text"]
    real.api.press(answer, text="More")
    assert "Passages 4 to" in (await real.sent(english, 5))["text"]


def results(call: Any) -> list[dict[str, Any]]:
    """Return the results of an inline answer."""
    return list(call.params["results"])


async def test_the_whole_program_runs_from_the_command_line_and_logs_nothing_private(
    offstage: World, home: Path
) -> None:
    """`python -m bot run` with a real configuration, stopped by a signal."""
    config, api = home / "config.toml", offstage.api
    settings = f'telegram.base_url = "{api.base_url}"\nstate.path = "{home}/state.sqlite3"\nlog.level = "debug"\n'
    config.write_text(config.read_text(encoding="utf-8") + settings, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--config", str(config)),
        cwd=ROOT,
        env={**os.environ, "DATELINE_TOKEN": api.token},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    await api.wait_call("getUpdates", 60, ok=None)
    chat = reader(offstage, "en")
    api.say("How many guards deserted over the bridge to Colombia?", chat=chat)
    assert DESERTERS in (await offstage.sent(chat))["text"]
    process.terminate()
    out, _ = await asyncio.wait_for(process.communicate(), 20)
    log = out.decode()
    assert process.returncode == 0, log
    for private in (api.token, "deserted", "desertaron", DESERTERS):
        assert private not in log
