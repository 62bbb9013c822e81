"""Watches and corrections over the real engine: the packaged model, real builds, the files of real snapshots."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.chat.app import build_command
from bot.chat.watches.collection import SnapshotCollection
from bot.config import load_config
from bot.search.engine import Engine
from tests.chat.conftest import ADMIN
from tests.chat.watches.conftest import EAGER

if TYPE_CHECKING:
    import pytest

    from tests.chat.conftest import World

ROOT = Path(__file__).parents[3]
FIRST = (
    "2019-01-29-caracol-radio-shanahan-libreta-bolton.md",
    "2019-02-24-diario-del-huila-frontera-deserciones.md",
    "2019-01-25-wikifx-china-opposes-outside-interference.md",
)
ADDED = ("2019-06-07-yourvalley-exodus-passes-four-million.md", "2019-06-07-ria-novosti-chetyre-milliona.md")
CONFIG = 'corpus.path = "{folder}/corpus"\nindex.path = "{folder}/index"\nmodel.engine = "numpy"\nmodel.threads = 1\n'


def take_in(folder: Path, *names: str) -> None:
    """Put articles of the shipped corpus into the folder that is indexed."""
    (folder / "corpus").mkdir(exist_ok=True)
    for name in names:
        shutil.copy(ROOT / "corpus" / name, folder / "corpus")


async def built(folder: Path) -> None:
    """Build a snapshot of what is in the folder."""
    command = build_command(folder / "config.toml")
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.DEVNULL)
    assert await process.wait() == 0


async def said(world: World, text: str, chat: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Write something and return what the bot answers."""
    before = len(world.texts(chat))
    world.api.say(text, chat=chat, **how)
    return await world.sent(chat, before + 1)


async def test_a_watch_finds_new_articles_in_any_language_and_a_correction_quotes_what_changed(
    offstage: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One story: watch, articles come, the bot tells; one is corrected, the bot tells what changed."""
    monkeypatch.chdir(ROOT)
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    take_in(tmp_path, *FIRST)
    await built(tmp_path)
    offstage.engine = await asyncio.to_thread(Engine.open, load_config(tmp_path / "config.toml"))
    offstage.collection = SnapshotCollection(str(tmp_path / "index"))
    offstage.build_command = build_command(tmp_path / "config.toml")
    offstage.rhythm = replace(EAGER, news=0.2)
    root = dict(offstage.api.private(offstage.api.user("Root", id=ADMIN, language_code="en")))
    await offstage.start()
    chat = dict(offstage.api.private(offstage.api.user("Ann", language_code="en")))
    assert "Watch 1 is set" in (await said(offstage, "/watch four million people have left Venezuela", chat))["text"]
    take_in(tmp_path, *ADDED)
    await said(offstage, "/reindex", root)
    call = await offstage.api.wait_call("sendMessage", 60, count=2, chat_id=chat["id"])
    news = call.result
    assert news["text"].startswith("New for watch 1: four million people have left Venezuela\n2 passages")
    assert "in Russian" in news["text"]
    offstage.api.press(news, text="Tell me of corrections")
    await offstage.sent(chat, 3)
    path = tmp_path / "corpus" / ADDED[0]
    text = path.read_text(encoding="utf-8")
    assert text.count("four million") > 0
    path.write_text(text.replace("four million", "five million"), encoding="utf-8")
    await said(offstage, "/reindex", root)
    call = await offstage.api.wait_call("sendMessage", 60, count=4, chat_id=chat["id"])
    assert "It said:" in call.result["text"]
    assert "five million" in call.result["text"]
    assert await offstage.end() == 0
