"""Articles as files of the corpus."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ArticleError, StoreError
from bot.feeds.store import HISTORY, ArticleFolder, Change, as_markdown
from bot.ingest.decode import without_controls
from bot.ingest.folders import article_files
from bot.ingest.markdown import read_markdown
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Article

NOW = datetime(2019, 5, 4, 12, 0, tzinfo=UTC)
TALKS = RawArticle(
    title='Talks: "no" result\n on the port',
    text="First paragraph.\n\nSecond paragraph.",
    date=date(2019, 5, 2),
    date_found_in="json-ld",
    agency="Reuters",
    author="A. Writer",
    language="en",
    url="https://news.example/world/talks-on-the-port.html",
)


def read(path: Path) -> Article:
    return read_markdown(path.name, path.read_text(encoding="utf-8"))


def test_an_article_is_read_back_as_it_was_stored(tmp_path: Path) -> None:
    stored = ArticleFolder(tmp_path / "added").put(TALKS, "The Example", NOW)
    assert stored.change is Change.NEW
    assert stored.path == tmp_path / "added" / "2019-05-02-the-example-talks-on-the-port.md"
    article = read(stored.path)
    assert article.title == 'Talks: "no" result on the port'
    assert (article.text, article.published, article.date_found_in) == (TALKS.text, TALKS.date, "json-ld")
    assert (article.publisher, article.agency, article.author) == ("The Example", "Reuters", "A. Writer")
    assert (article.url, article.language, article.kind) == (TALKS.url, "en", "article")


@pytest.mark.parametrize(
    ("article", "publisher", "name"),
    [
        (replace(TALKS, date=None), None, "undated-unknown-talks-on-the-port.md"),
        (replace(TALKS, url=None), "Deutsche Welle", "2019-05-02-deutsche-welle-talks-no-result-on-the-port.md"),
        (replace(TALKS, url="https://a.example/2019/05/?p=1"), "A", "2019-05-02-a-talks-no-result-on-the-port.md"),
        (replace(TALKS, url="https://a.example/index.html"), "A", "2019-05-02-a-talks-no-result-on-the-port.md"),
        (replace(TALKS, url="https://a.example/../../etc/passwd-file"), "../..", "2019-05-02-unknown-passwd-file.md"),
        (
            replace(TALKS, url="https://a.example/acción-en-caracas/"),
            "El País",
            "2019-05-02-el-pais-accion-en-caracas.md",
        ),
        (
            replace(TALKS, url="https://a.example/" + "long-" * 50),
            "A",
            "2019-05-02-a-" + "-".join(["long"] * 12) + ".md",
        ),
    ],
)
def test_names_say_date_publisher_and_words(
    tmp_path: Path, article: RawArticle, publisher: str | None, name: str
) -> None:
    assert ArticleFolder(tmp_path).put(article, publisher, NOW).path == tmp_path / name


def test_a_title_in_another_script_is_named_by_a_digest(tmp_path: Path) -> None:
    article = replace(TALKS, title="Переговоры о порте", url="https://a.example/n/12345")
    name = ArticleFolder(tmp_path).put(article, "ТАСС", NOW).path.name
    assert name.startswith("2019-05-02-unknown-")
    assert len(name) == len("2019-05-02-unknown-01234567.md")


def test_the_same_article_again_changes_nothing(tmp_path: Path) -> None:
    path = ArticleFolder(tmp_path).put(TALKS, "The Example", NOW).path
    before = path.stat().st_mtime_ns
    again = ArticleFolder(tmp_path).put(TALKS, "The Example", NOW)
    assert (again.path, again.change) == (path, Change.NONE)
    assert path.stat().st_mtime_ns == before
    assert not (tmp_path / HISTORY).exists()


def test_a_changed_version_keeps_the_name_and_the_older_text(tmp_path: Path) -> None:
    """Even when title, date and publisher change; and the corpus reader sees one article only."""
    folder = ArticleFolder(tmp_path)
    path = folder.put(TALKS, "The Example", NOW).path
    for number in (1, 2):
        changed = replace(TALKS, title="New", text=f"Version {number} of it.", date=date(2019, 5, 3))
        stored = (
            folder.put(changed, "Another", NOW)
            if number == 1
            else ArticleFolder(tmp_path).put(changed, "B", NOW.replace(hour=13))
        )
        assert (stored.path, stored.change) == (path, Change.CHANGED)
    kept = sorted((tmp_path / HISTORY).iterdir())
    assert [read(old).text for old in kept] == [TALKS.text, "Version 1 of it."]
    assert [old.name for old in kept] == [f"{path.stem}.20190504T1{hour}0000000000Z.md" for hour in (2, 3)]
    assert article_files(tmp_path) == [path]


def test_a_version_in_the_history_is_never_overwritten(tmp_path: Path) -> None:
    folder = ArticleFolder(tmp_path)
    path = folder.put(TALKS, "A", NOW).path
    folder.put(replace(TALKS, text="Version two of it."), "A", NOW)
    with pytest.raises(StoreError):
        folder.put(replace(TALKS, text="Version three of it."), "A", NOW)
    assert read(path).text == "Version two of it."


def test_articles_without_an_address_never_replace_each_other(tmp_path: Path) -> None:
    folder = ArticleFolder(tmp_path)
    first = folder.put(replace(TALKS, url=None), "A", NOW)
    second = folder.put(replace(TALKS, url=None, text="Something else."), "A", NOW)
    assert first.path != second.path
    assert second.change is Change.NEW


@pytest.mark.parametrize(
    "url", ["https://a.example/it's: a #1", "https://a.example/?q='x'&y=\"z\"", "https://a.example/%27"]
)
def test_addresses_that_need_quoting_are_found_again(tmp_path: Path, url: str) -> None:
    article = replace(TALKS, url=url)
    first = ArticleFolder(tmp_path).put(article, "A", NOW)
    assert ArticleFolder(tmp_path).put(replace(article, text="Changed text."), "A", NOW).path == first.path


def test_files_of_other_hands_are_found_by_their_address_and_survive(tmp_path: Path) -> None:
    """A byte order mark, other line ends, keys in another order, an address in the text: as people leave files."""
    body = f"---\r\nurl: '{TALKS.url}'\r\ntitle: T\r\n---\r\nText.\r\nurl: https://other.example/\r\n"
    (tmp_path / "mine.md").write_bytes(b"\xef\xbb\xbf" + body.encode())
    (tmp_path / "no-front.md").write_text("Only text\nurl: https://third.example/\n", encoding="utf-8")
    (tmp_path / "no-url.md").write_text("---\ntitle: T\n---\nurl: https://fourth.example/\n", encoding="utf-8")
    (tmp_path / "broken.md").write_text("---\nurl: [unclosed\n---\nText\n", encoding="utf-8")
    (tmp_path / "latin.md").write_bytes(b"---\ntitle: caf\xe9\nurl: https://latin.example/\n---\nText\n")
    folder = ArticleFolder(tmp_path)
    assert folder.find(TALKS.url or "") == tmp_path / "mine.md"
    assert folder.find("https://latin.example/") == tmp_path / "latin.md"
    for name in ("other", "third", "fourth"):
        assert folder.find(f"https://{name}.example/") is None
    stored = folder.put(TALKS, "A", NOW)
    assert (stored.path, stored.change) == (tmp_path / "mine.md", Change.CHANGED)


def test_an_article_without_a_title_or_text_is_refused(tmp_path: Path) -> None:
    folder = ArticleFolder(tmp_path)
    with pytest.raises(ArticleError, match="no title"):
        folder.put(replace(TALKS, title=" \n"), "A", NOW)
    with pytest.raises(ArticleError, match="no text"):
        folder.put(replace(TALKS, text=" "), "A", NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "added").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreError, match="added: an article can't be stored"):
        ArticleFolder(tmp_path / "added").put(TALKS, "A", NOW)


def test_no_half_written_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        ArticleFolder(tmp_path).put(TALKS, "A", NOW)
    assert list(tmp_path.iterdir()) == []


@settings(deadline=None)
@given(title=st.text(), publisher=st.text(), author=st.text(), text=st.text(min_size=1))
def test_any_text_comes_back_as_it_was_but_for_controls_or_is_refused(
    title: str, publisher: str, author: str, text: str
) -> None:
    article = replace(TALKS, title=title, author=author, text=text)
    try:
        content = as_markdown(article, publisher)
        back = read_markdown("a.md", content)
    except ArticleError:
        return
    assert back.text == without_controls(text.strip()).strip()
    assert back.url == TALKS.url
    assert "\n" not in back.title
