"""Files of the corpus as an administrator names, removes and restores them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.errors import ArticleError, StoreError
from bot.feeds.articles import REMOVED, find_article, put_back, take_out
from bot.ingest.folders import article_files

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2019, 5, 5, 12, tzinfo=UTC)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus folder with three articles, two of them of one name."""
    for name in ("a.md", "added/b.md", "other/b.md"):
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"article {name}", encoding="utf-8")
    return tmp_path / "corpus"


@pytest.mark.parametrize("name", ["a.md", "a"])
def test_an_article_is_found_by_its_file_name_with_or_without_ending(corpus: Path, name: str) -> None:
    assert find_article(corpus, name) == corpus / "a.md"


def test_a_path_tells_files_of_one_name_apart(corpus: Path) -> None:
    assert find_article(corpus, "other/b.md") == corpus / "other" / "b.md"
    with pytest.raises(ArticleError, match=r"b\.md: several files have this name; send the path"):
        find_article(corpus, "b.md")


def test_an_id_that_is_also_the_name_of_another_file_means_the_id(corpus: Path) -> None:
    (corpus / "b.md").write_text("article", encoding="utf-8")
    assert find_article(corpus, "b.md") == corpus / "b.md"


@pytest.mark.parametrize("name", ["", "none.md", "../secret.md", "/etc/passwd", ".removed/a.md", "publishers.csv", "."])
def test_nothing_but_an_article_of_the_folder_can_be_named(corpus: Path, name: str) -> None:
    (corpus.parent / "secret.md").write_text("secret", encoding="utf-8")
    (corpus / "publishers.csv").write_text("name,domain", encoding="utf-8")
    with pytest.raises(ArticleError, match="no such file in the corpus folder"):
        find_article(corpus, name)


def test_a_link_out_of_the_folder_is_no_article(corpus: Path) -> None:
    (corpus.parent / "secret.md").write_text("secret", encoding="utf-8")
    (corpus / "link.md").symlink_to(corpus.parent / "secret.md")
    with pytest.raises(ArticleError, match="no such file"):
        find_article(corpus, "link.md")


def test_what_is_taken_out_is_no_article_any_more_and_can_be_put_back(corpus: Path) -> None:
    moved = take_out(corpus, corpus / "added" / "b.md", NOW)
    assert moved == corpus / "added" / REMOVED / "b.md"
    assert corpus / "added" / "b.md" not in article_files(corpus)
    assert moved not in article_files(corpus)
    put_back(corpus, "added/b.md", moved.relative_to(corpus).as_posix())
    assert (corpus / "added" / "b.md").read_text(encoding="utf-8") == "article added/b.md"


def test_a_second_removal_of_one_name_keeps_the_first_file(corpus: Path) -> None:
    first = take_out(corpus, corpus / "a.md", NOW)
    (corpus / "a.md").write_text("another", encoding="utf-8")
    second = take_out(corpus, corpus / "a.md", NOW)
    assert first.read_text(encoding="utf-8") == "article a.md"
    assert second.read_text(encoding="utf-8") == "another"
    assert second.name == "a.20190505T120000000000.md"


def test_an_article_is_never_put_back_over_another(corpus: Path) -> None:
    moved = take_out(corpus, corpus / "a.md", NOW).relative_to(corpus).as_posix()
    (corpus / "a.md").write_text("another", encoding="utf-8")
    with pytest.raises(StoreError, match=r"a\.md: there is another file of that name now"):
        put_back(corpus, "a.md", moved)
    assert (corpus / "a.md").read_text(encoding="utf-8") == "another"


def test_what_is_gone_can_be_neither_taken_out_nor_put_back(corpus: Path) -> None:
    with pytest.raises(StoreError, match=r"gone\.md: can't be moved: No such file"):
        take_out(corpus, corpus / "gone.md", NOW)
    with pytest.raises(StoreError, match="can't be moved"):
        put_back(corpus, "gone.md", ".removed/gone.md")
