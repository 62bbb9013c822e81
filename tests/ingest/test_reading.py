"""The one entry point: every format gives the same article, containers give ids that last, nothing hostile escapes."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ArticleError
from bot.ingest import archives, single
from bot.ingest.attribution import Publishers
from bot.ingest.folders import article_files, read_folder
from bot.ingest.reading import read_bytes, read_path
from bot.ingest.settle import article_digest
from bot.ingest.source import ReadSettings
from bot.ingest.tables import Columns
from bot.model import Article, Publisher
from tests.ingest.samples import (
    CSV,
    HTML,
    MARKDOWN,
    NEWS_SITEMAP,
    PARAGRAPHS,
    PDF,
    PLAIN,
    RSS,
    SAMPLES,
    SITEMAP,
    TEXT,
    TITLE,
    WARC,
    http,
    tar_of,
    warc_record,
    zip_of,
)

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = ReadSettings()
_PAGES = [name for name in SAMPLES if "sitemap" not in name and "news" not in name]


def _read(data: bytes, name: str = "a", given_settings: ReadSettings = _SETTINGS) -> list[Article | ArticleError]:
    return list(read_bytes(data, name, given_settings))


def _articles(data: bytes, name: str = "a", given_settings: ReadSettings = _SETTINGS) -> list[Article]:
    return [item for item in _read(data, name, given_settings) if isinstance(item, Article)]


def _reason(data: bytes, name: str = "a") -> str:
    """Return why nothing was read, when one reason says all."""
    (item,) = _read(data, name)
    assert isinstance(item, ArticleError), item
    assert item.path == name
    return item.reason


@pytest.mark.parametrize("name", _PAGES)
def test_every_format_gives_the_same_article(name: str) -> None:
    """Title and paragraphs are those of the sample, whatever they came in, and the language is found."""
    article = _articles(SAMPLES[name], name)[0]
    assert article.id.startswith(name)
    assert article.title.startswith(TITLE)
    assert article.language == "en"
    assert all(paragraph in article.text.replace("\n\n", " ") for paragraph in PARAGRAPHS)


@pytest.mark.parametrize("name", [name for name in _PAGES if name != "a.pdf"])
def test_every_format_keeps_paragraphs_and_the_date(name: str) -> None:
    article = _articles(SAMPLES[name], name)[0]
    assert article.text == TEXT
    assert article.published == dt.date(2019, 5, 2)
    assert article.date_found_in


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("a.html", ["a.html"]),
        ("a.html.gz", ["a.html.gz"]),
        ("a.jsonl", ["a.jsonl#a-1", "a.jsonl#a-2"]),
        ("a.rss", ["a.rss#tag:1"]),
        ("a.warc.gz", ["a.warc.gz#1", "a.warc.gz#3"]),
        ("a.zip", ["a.zip#a.html", "a.zip#folder/b.txt"]),
        ("a.tar.gz", ["a.tar.gz#a.html", "a.tar.gz#folder/b.txt"]),
    ],
)
def test_ids_name_the_file_and_the_entry(name: str, ids: list[str]) -> None:
    assert [article.id for article in _articles(SAMPLES[name], name)] == ids
    assert [article.id for article in _articles(SAMPLES[name], name)] == ids


def test_archives_in_archives_are_opened_and_their_ids_show_the_way() -> None:
    data = zip_of(("feeds/inner.tar", tar_of(("x/a.csv", CSV), packed=False)))
    assert [article.id for article in _articles(data, "a.zip")] == [
        "a.zip#feeds/inner.tar#x/a.csv#a-1",
        "a.zip#feeds/inner.tar#x/a.csv#a-2",
    ]


def test_entries_of_the_same_name_get_ids_of_their_own() -> None:
    same = warc_record(http(HTML), key="same")
    assert [article.id for article in _articles(same * 3, "a.warc")] == [
        "a.warc#same",
        "a.warc#same~2",
        "a.warc#same~3",
    ]


def test_an_entrys_id_is_printable_and_never_endless() -> None:
    data = RSS.replace(b"tag:1", b"line\nbreak \xe2\x80\xaeand more ").replace(b"tag:2", b"x" * 5000)
    article, error = _read(data, "a.rss")
    assert isinstance(article, Article)
    assert isinstance(error, ArticleError)
    assert article.id == "a.rss#line break and more"
    assert len(error.path) < 50


def test_publishers_are_known_under_one_name() -> None:
    known = ReadSettings(publishers=Publishers.of([Publisher("Caracas Courier", domain="courier.example")]))
    assert _articles(HTML, "a.html", known)[0].publisher == "Caracas Courier"
    assert _articles(HTML, "a.html")[0].publisher == "The Caracas Courier"


def test_a_date_in_the_future_is_not_believed() -> None:
    """Not after today, and in a web archive not after the day of archiving."""
    early = ReadSettings(today=dt.date(2019, 4, 1))
    article = _articles(CSV, "a.csv", early)[0]
    assert (article.published, article.date_found_in) == (None, None)
    late = HTML.replace(b"2019-05-02", b"2019-06-02").replace(b"2019/05/02", b"x")
    assert _articles(warc_record(http(late)), "a.warc")[0].published is None


def test_configured_columns_reach_the_tables() -> None:
    data = f'what,said,note\nx,"{TEXT}",y\n'.encode()
    assert "no column for the text" in _reason(data, "a.csv")
    mapped = ReadSettings(columns=Columns.configured({"text": ("said",), "title": ("what",)}))
    assert _articles(data, "a.csv", mapped)[0].title == "x"


def test_a_text_without_a_headline_is_called_by_its_opening_words() -> None:
    (article,) = _articles(f'{{"text": "{PARAGRAPHS[0]}"}}\n'.encode(), "a.jsonl")
    assert article.title == "The ministers of both countries met in Caracas on Thursday and spoke for three hours ..."


def test_headlines_alone_are_skipped_with_the_address_to_read() -> None:
    (error,) = _read(NEWS_SITEMAP, "news.xml")
    assert str(error) == (
        "news.xml#https://courier.example/ministers: "
        "only the headline 'Ministers meet in Caracas'; the article is at https://courier.example/ministers"
    )
    assert "2 addresses, no text" in _reason(SITEMAP, "s.xml")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("nul.txt", b"\0" * 5000, "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "picture"),
        ("cut.html.gz", gzip.compress(HTML, mtime=0)[:-30], "cut-off gzip"),
        ("bad.gz", b"\x1f\x8b\x08\x00nonsense" * 9, "damaged gzip"),
        ("large.txt", b"word " * 2_000_000, "larger than"),
        ("large.html", b"<html>" + b"<p>x" * 400_000, "tags"),
        ("empty.zip", b"PK\x05\x06" + b"\0" * 18, "holds no article"),
        ("header.csv", b"title,text,date\n", "holds no article"),
        ("requests.warc", warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), "holds no article"),
        ("deep.json", b"[" * 200_000, "nested too deeply"),
        ("deep.html", b"<html>" + b"<div>" * 100_000, "no article text"),
    ],
)
def test_what_can_not_be_read_has_a_reason(name: str, data: bytes, said: str) -> None:
    assert said in _reason(data, name)


def test_a_packed_page_of_a_packed_web_archive_in_a_zip_is_read() -> None:
    packed = gzip.compress(warc_record(http(gzip.compress(HTML), more="Content-Encoding: gzip\r\n")))
    assert [article.id for article in _articles(zip_of(("b.warc.gz", packed)), "a.zip")] == ["a.zip#b.warc.gz#1"]


def test_too_many_archives_inside_each_other_are_not_opened() -> None:
    data = zip_of(("a.html", HTML))
    for name in "bcde":
        data = zip_of((f"{name}.zip", data))
    (error,) = _read(data, "a.zip")
    assert str(error) == "a.zip#e.zip#d.zip#c.zip#b.zip: an archive inside archives; unpack it"


def test_a_bomb_ends_the_reading_of_its_file_with_one_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before it stays; the files after it in the archive are not tried one by one."""
    monkeypatch.setattr(archives, "SLACK", 0)
    data = zip_of(("a.html", HTML), *((f"{number}.txt", b"x " * 1_000_000) for number in range(20)))
    article, *errors = _read(data, "bomb.zip")
    assert isinstance(article, Article)
    assert str(errors[-1]) == "bomb.zip: unpacks to more than 200 times its size; not read any further"
    assert len(errors) < 20


def test_pages_before_the_cut_of_a_web_archive_are_read() -> None:
    packed = gzip.compress(WARC) + gzip.compress(warc_record(http(HTML), key="9"))[:-40]
    articles = _articles(packed, "a.warc.gz")
    assert [article.id for article in articles] == ["a.warc.gz#1", "a.warc.gz#3"]
    assert any(isinstance(item, ArticleError) and "cut-off gzip" in item.reason for item in _read(packed, "a.warc.gz"))


def test_the_address_of_a_saved_page_is_found() -> None:
    page = HTML.replace(b'<link rel="canonical" href="https://courier.example/2019/05/02/ministers">', b"")
    saved = page.replace(b"<html", b"<!-- saved from url=(0030)https://courier.example/saved -->\n<html")
    assert _articles(saved, "a.html")[0].url == "https://courier.example/saved"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a newsroom keeps it."""
    files = {
        "b/page.html": HTML,
        "b/page_files/frame.html": HTML,
        "b/page_files/x.js": b"x()",
        "a.md": MARKDOWN,
        "README.md": b"# about",
        "publishers.csv": b"name,domain\n",
        ".hidden/a.txt": PLAIN,
        "z/pdf without suffix": PDF,
        "z/style.css": b"p {}",
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_is_read_recursively_in_order(folder: Path) -> None:
    """Hidden files, the README, publishers and parts of a saved page are passed over; the style sheet is told."""
    items = list(read_folder(folder, _SETTINGS))
    assert [item.id if isinstance(item, Article) else item.path for item in items] == [
        "a.md", "b/page.html", "z/pdf without suffix", "z/style.css",
    ]  # fmt: skip
    assert isinstance(items[-1], ArticleError)


def test_links_pipes_and_folders_are_no_traps(folder: Path) -> None:
    """A link to a folder above is not followed, a pipe is not waited for, a dead link has a reason."""
    (folder / "loop").symlink_to(folder)
    (folder / "dead").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket"))
        reasons = {item.path: item.reason for item in read_folder(folder, _SETTINGS) if isinstance(item, ArticleError)}
    assert "not a file" in reasons["pipe"]
    assert "not a file" in reasons["socket"]
    assert "No such file" in reasons["dead"]
    assert not any(path.startswith("loop/") for path in reasons)


def test_a_file_that_is_not_there_or_may_not_be_read_has_a_reason(tmp_path: Path) -> None:
    (missing,) = read_path(tmp_path / "none.txt", "none.txt", _SETTINGS)
    assert isinstance(missing, ArticleError)
    assert missing.reason == "can't be read: No such file or directory"


def test_a_name_that_is_not_utf8_is_told_readably(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(PLAIN)
    (error,) = read_folder(tmp_path, _SETTINGS)
    assert isinstance(error, ArticleError)
    assert error.path == "caf\\xe9.txt"
    assert article_files(tmp_path)


def test_the_digest_changes_with_what_the_article_says() -> None:
    first, again = _articles(HTML, "a.html")[0], _articles(HTML, "elsewhere.html")[0]
    assert article_digest(first) == article_digest(again)
    assert article_digest(first) != article_digest(_articles(HTML.replace(b"autumn", b"spring"), "a.html")[0])


def test_a_parser_that_runs_out_of_stack_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def recurse(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(single, "read_page", recurse)
    assert _reason(HTML, "a.html") == "nested too deeply"


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from([name for name in SAMPLES if name != "a.pdf"]), data=st.data())
def test_no_byte_broken_anywhere_escapes_as_an_exception(name: str, data: st.DataObject) -> None:
    """Whatever stands at any place of any format: articles and reasons come out, at least one of them."""
    sample = SAMPLES[name]
    at = data.draw(st.integers(0, len(sample)))
    cut = data.draw(st.integers(0, 50))
    broken = sample[:at] + data.draw(st.binary(max_size=20)) + sample[at + cut :]
    items = _read(broken, name)
    assert items
    for item in items:
        assert item.text.strip() and item.title if isinstance(item, Article) else item.reason


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_at_all_escape_as_an_exception(data: bytes) -> None:
    assert _read(data, "anything")


def test_importing_the_entry_point_loads_no_parser() -> None:
    """What is heavy is imported when a file of its kind is read: the running bot never loads it."""
    heavy = "trafilatura lxml feedparser warcio pypdf charset_normalizer lingua brotli"
    code = f"import sys, bot.ingest.reading; print([name for name in {heavy.split()!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
