"""Readings: only what changed is read again, and what is told is what a fresh reading would tell."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.errors import CorpusError
from bot.ingest.corpus import read_corpus
from bot.ingest.folders import read_one_of as original
from bot.ingest.readings import Readings, reading_revision
from bot.ingest.source import ReadSettings
from bot.ingest.tables import Columns
from tests.corpora import write_article, write_corpus

if TYPE_CHECKING:
    from pathlib import Path

TODAY = ReadSettings(today=date(2021, 7, 1))
TOMORROW = ReadSettings(today=date(2021, 7, 2))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A small corpus with a broken file."""
    folder = write_corpus(tmp_path / "corpus")
    (folder / "broken.md").write_bytes(b"\xff\xfe\x00")
    return folder


def read(corpus: Path, settings: ReadSettings = TODAY, revision: str = "1") -> dict[str, str]:
    """Refresh; return the texts by id, and the reasons of what was skipped."""
    with closing(Readings(corpus.parent / "index" / "readings.sqlite", revision)) as readings:
        readings.refresh(corpus, settings)
        found = {id_: article().text for id_, _, article in readings.listed()}
        return found | {f"skipped {error.path}": error.reason for error in readings.skipped()}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, as they are read."""
    names: list[str] = []

    def read_one_of(folder: Path, path: Path, settings: ReadSettings) -> object:
        names.append(path.name)
        return original(folder, path, settings)

    monkeypatch.setattr("bot.ingest.readings.read_one_of", read_one_of)
    return names


def test_what_is_told_is_what_a_reading_of_everything_tells(corpus: Path) -> None:
    whole = read_corpus(corpus, settings=TODAY)
    wanted = {article.id: article.text for article, _ in whole.articles}
    wanted |= {f"skipped {error.path}": error.reason for error in whole.skipped}
    assert read(corpus) == wanted
    assert read(corpus) == wanted


def test_digests_and_articles_survive_being_kept(corpus: Path) -> None:
    whole = {article.id: (digest, article) for article, digest in read_corpus(corpus, settings=TODAY).articles}
    read(corpus)
    with closing(Readings(corpus.parent / "index" / "readings.sqlite", "1")) as readings:
        assert {id_: (digest, article()) for id_, digest, article in readings.listed()} == whole


def test_only_changed_files_are_read_again(corpus: Path, opened: list[str]) -> None:
    before = read(corpus)
    opened.clear()
    assert read(corpus) == before
    assert not [name for name in opened if name.endswith(".md")]
    write_article(corpus, "en/more.md", "title: More\nlanguage: en", "More of it.")
    (corpus / "fr/ecoles.md").unlink()
    os.utime(corpus / "ru/sud.md", (1, 1))
    after = read(corpus)
    assert {"more.md", "sud.md"} == {name for name in opened if name.endswith(".md")}
    assert set(after) - set(before) == {"en/more.md"}
    assert set(before) - set(after) == {"fr/ecoles.md"}


def test_undated_texts_are_read_again_on_another_day(corpus: Path, opened: list[str]) -> None:
    """What was dated in the future, and so not believed, may be believed today."""
    write_article(corpus, "en/plain.txt", "", "Nobody says when this was. It has two sentences.")
    read(corpus)
    opened.clear()
    read(corpus)
    assert "plain.txt" not in opened
    read(corpus, TOMORROW)
    assert "plain.txt" in opened
    assert not [name for name in opened if name.endswith(".md")]


def test_other_readers_read_everything_again(corpus: Path, opened: list[str]) -> None:
    read(corpus)
    count = len(opened)
    read(corpus, revision="2")
    assert len(opened) == 2 * count


def test_another_table_of_publishers_is_another_revision() -> None:
    assert reading_revision(Columns(), []) == reading_revision(Columns(), [])
    assert reading_revision(Columns(), []) != reading_revision(Columns(), ["x"])  # type: ignore[list-item] # anything


def test_a_damaged_file_is_begun_afresh(corpus: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = read(corpus)
    (corpus.parent / "index" / "readings.sqlite").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert read(corpus) == before
    assert "begun afresh" in caplog.text


def test_no_folder_and_no_article_are_errors(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    with pytest.raises(CorpusError, match="not one readable article"):
        read(tmp_path / "corpus")
    with pytest.raises(CorpusError, match="no such folder"):
        read(tmp_path / "nowhere")
