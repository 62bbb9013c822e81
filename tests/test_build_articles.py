"""From untidy files to a snapshot: configured columns, versions at one address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.build import build
from bot.config import ColumnsConfig, load_config
from bot.index.generations import candidates
from bot.index.layout import PASSAGES, IndexFolder
from bot.index.passages import PassageStore
from tests.corpora import NOW, BagEncoder, configured
from tests.ingest.samples import HTML, TEXT, http, warc_record

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Config
    from bot.model import Article


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """An empty corpus folder and an index folder."""
    (tmp_path / "corpus").mkdir()
    return configured(tmp_path / "corpus", tmp_path / "index")


def indexed(config: Config, folder: Path) -> dict[str, Article]:
    """Build, and return the articles of the snapshot by id."""
    build(config, now=NOW, open_encoder=BagEncoder)
    index = IndexFolder(folder / "index")
    store = PassageStore(index.snapshot(next(iter(candidates(index)))) / PASSAGES)
    found = {passage.article.id: passage.article for passage in store.all_passages()}
    store.close()
    return found


def test_tables_with_odd_columns_are_indexed_as_the_configuration_says(config: Config, tmp_path: Path) -> None:
    """A CSV and a JSON Lines file, the mapping read from a configuration file."""
    (tmp_path / "config.toml").write_text(
        '[corpus.columns]\ntitle = "kopf"\ntext = ["inhalt", "story.body"]\ndate = "erschienen"\npublisher = "blatt"\n',
        encoding="utf-8",
    )
    columns = load_config(tmp_path / "config.toml").corpus.columns
    config = msgspec.structs.replace(config, corpus=msgspec.structs.replace(config.corpus, columns=columns))
    folder = tmp_path / "corpus"
    (folder / "a.csv").write_text(f'kopf;inhalt;erschienen;blatt\nEins;"{TEXT}";2019-05-02;Courier\n', encoding="utf-8")
    row = {"kopf": "Zwei", "story": {"body": TEXT.upper()}, "erschienen": "3 May 2019", "blatt": "Post", "id": "z"}
    (folder / "b.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    found = indexed(config, tmp_path)
    assert [(id_, one.title, str(one.published), one.publisher) for id_, one in sorted(found.items())] == [
        ("a.csv#1", "Eins", "2019-05-02", "Courier"),
        ("b.jsonl#z", "Zwei", "2019-05-03", "Post"),
    ]
    assert config.corpus.columns != ColumnsConfig()


def test_only_the_newest_version_of_an_address_is_indexed(config: Config, tmp_path: Path) -> None:
    later = warc_record(http(HTML.replace(b"three hours", b"four hours")), key="new")
    later = later.replace(b"2019-05-03T00:00:00Z", b"2019-05-04T00:00:00Z")
    (tmp_path / "corpus" / "a.warc").write_bytes(later + warc_record(http(HTML), key="old"))
    found = indexed(config, tmp_path)
    assert list(found) == ["a.warc#new"]
    assert "four hours" in found["a.warc#new"].text
