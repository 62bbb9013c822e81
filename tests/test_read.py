"""`read` shows what would be indexed, as a listing or as lines of JSON."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from bot import pieces
from bot.__main__ import main
from bot.errors import ArticleError
from bot.ingest.fetch import Fetched
from bot.ingest.source import ReadSettings
from bot.read import NOTHING_READ, read_command
from tests.ingest.samples import HTML, PLAIN, TEXT, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_KEYS = [
    "path",
    "title",
    "text",
    "publisher",
    "agency",
    "date",
    "date_found_in",
    "language",
    "url",
    "author",
    "copies_of",
    "skipped",
]


def _no_network(address: str) -> Fetched:
    raise ArticleError(address, "the server does not answer")


def _run(
    *targets: str, as_json: bool = True, fetch: Callable[[str], Fetched] = _no_network
) -> tuple[int, list[dict[str, Any]], str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = read_command(targets, ReadSettings(), fetch=fetch, as_json=as_json, out=out, err=err)
    objects = [json.loads(line) for line in out.getvalue().splitlines()] if as_json else []
    return status, objects, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page, a text and a picture."""
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.txt").write_bytes(PLAIN)
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_each_article_is_one_object_with_the_documented_keys(folder: Path) -> None:
    status, objects, _, err = _run(str(folder))
    assert status == 0
    assert [list(found) for found in objects] == [_KEYS] * 3
    assert objects[0] == {
        "path": f"{folder}/a.html",
        "title": TITLE,
        "text": TEXT,
        "publisher": "The Caracas Courier",
        "agency": None,
        "date": "2019-05-02",
        "date_found_in": objects[0]["date_found_in"],
        "language": "en",
        "url": "https://courier.example/2019/05/02/ministers",
        "author": None,
        "copies_of": [],
        "skipped": None,
    }
    assert objects[0]["date_found_in"]
    assert objects[2]["skipped"] == "a picture, not an article"
    assert objects[2]["text"] is None
    assert err == "2 articles read, 1 skipped\n"


def test_several_targets_are_read_in_their_order(folder: Path) -> None:
    _, objects, _, _ = _run(str(folder / "b.txt"), str(folder / "a.html"))
    assert [found["path"] for found in objects] == [f"{folder}/b.txt", f"{folder}/a.html"]


def test_an_address_is_fetched_and_read_under_the_address_that_answered() -> None:
    page = HTML.replace(b'rel="canonical"', b"")
    seen = []

    def fetch(address: str) -> Fetched:
        seen.append(address)
        return Fetched("https://courier.example/final", 200, "text/html", "utf-8", page)

    _, (found,), _, _ = _run("https://courier.example/short", fetch=fetch)
    assert seen == ["https://courier.example/short"]
    assert (found["path"], found["url"]) == ("https://courier.example/short", "https://courier.example/final")


def test_an_address_that_fails_is_skipped_with_its_reason_and_nothing_read_is_a_failure() -> None:
    status, (found,), _, _ = _run("http://courier.example/")
    assert found["skipped"] == "the server does not answer"
    assert status == NOTHING_READ


def test_a_target_that_is_not_there_is_told() -> None:
    status, (found,), _, _ = _run("no/such/file.txt")
    assert (found["path"], found["skipped"]) == ("no/such/file.txt", "can't be read: No such file or directory")
    assert status == NOTHING_READ


def test_the_listing_shows_title_publisher_date_and_opening(folder: Path) -> None:
    _, _, out, _ = _run(str(folder), as_json=False)
    assert f"{folder}/a.html\n  {TITLE}\n  The Caracas Courier, 2019-05-02 (found in: " in out
    assert "    The ministers of both countries met" in out
    assert f"skipped {folder}/c.png: a picture, not an article" in out
    assert "publisher unknown" in out


def test_an_older_version_keeps_its_text_and_says_what_replaces_it(tmp_path: Path) -> None:
    """The history of an address: whatever is not indexed can still be read, and the newer one is no copy of it."""
    old, new = (tmp_path / name for name in ("a.html", "b.html"))
    old.write_bytes(HTML)
    new.write_bytes(HTML.replace(b"three hours", b"four hours"))
    _, (first, second), _, err = _run(str(tmp_path))
    assert first["skipped"] == f"an older version of {new}, which stands at the same address and replaces it"
    assert "three hours" in first["text"]
    assert "four hours" in second["text"]
    assert (second["skipped"], second["copies_of"]) == (None, [])
    assert err == "1 articles read, 1 skipped\n"


def test_of_three_versions_both_older_ones_name_the_one_that_is_indexed(tmp_path: Path) -> None:
    for name, hours in (("a", b"four"), ("b", b"five"), ("c", b"six")):
        (tmp_path / f"{name}.html").write_bytes(HTML.replace(b"three hours", hours + b" hours"))
    _, objects, _, _ = _run(str(tmp_path))
    assert [bool(found["skipped"]) for found in objects] == [True, True, False]
    assert all("c.html" in found["skipped"] for found in objects[:2])


def test_a_copy_at_another_address_names_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.html").write_bytes(HTML.replace(b"courier.example", b"mirror.example"))
    _, (_, second), _, _ = _run(str(tmp_path))
    assert second["copies_of"] == [f"{tmp_path}/a.html"]
    assert f"copy of {tmp_path}/a.html" in _run(str(tmp_path), as_json=False)[2]


def test_the_command_reads_tables_by_the_configured_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[corpus.columns]\ntitle = "kopf"\ntext = ["inhalt"]\n', encoding="utf-8")
    (tmp_path / "a.csv").write_text(f'kopf,inhalt\nEins,"{TEXT}"\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"kopf": "Zwei", "inhalt": TEXT}) + "\n", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.csv", "b.jsonl")]
    assert main(["read", "--config", str(config), "--json", *files]) == 0
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(found["title"], found["text"]) for found in objects] == [("Eins", TEXT), ("Zwei", TEXT)]


def test_copies_are_found_by_a_part_of_their_words_where_there_are_very_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_MOST_RUNS", 300)
    words = [f"word{number}" for number in range(400)]
    other = [f"other{number}" for number in range(400)]
    for name, text in (("a", words), ("b", other), ("c", words[:300])):
        (tmp_path / f"{name}.txt").write_text(f"Headline {name} of the day\n\n{' '.join(text)}.\n", encoding="utf-8")
    _, objects, _, _ = _run(str(tmp_path))
    assert [found["copies_of"] for found in objects] == [[], [], [f"{tmp_path}/a.txt"]]
