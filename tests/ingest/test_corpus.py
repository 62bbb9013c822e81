"""A folder of articles: what can't be read is skipped with its reason and stops nothing."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from bot.errors import CorpusError
from bot.ingest.corpus import read_corpus
from bot.ingest.folders import article_files
from bot.ingest.source import ReadSettings
from bot.ingest.tables import Columns
from tests.corpora import ARTICLES, write_article, write_corpus
from tests.ingest.samples import HTML, PARAGRAPHS, TEXT, TITLE, http, warc_record

GOOD = ("title: Good\nlanguage: en", "A good text.")
BROKEN = {
    "no-title.md": (b"---\npublisher: p\n---\nText.", "no title in the front matter"),
    "impossible.md": (b"---\ntitle: t\ndate: 2021-13-01\n---\nText.", "date 2021-13-01 does not exist"),
    "latin-1.md": ("---\ntitle: Ca\u00f1\u00f3n\n---\nText.".encode("latin-1"), "not UTF-8 at byte 13"),
    "empty.md": (b"", "empty"),
    "blank.txt": (b" \r\n\t\n", "empty"),
    "mark-only.txt": (b"\xef\xbb\xbf", "empty"),
    "nul.md": (b"---\ntitle: t\n---\nText\0text", "holds NUL characters"),
    "kind.md": (b"---\ntitle: t\nkind: rumour\n---\nText.", "kind is 'rumour'"),
    "yaml.md": (b"---\ntitle: a: b\n---\nText.", "not valid YAML in line 2"),
    "bare.md": (b"Text.", "no front matter"),
    "title-only.txt": (b"Title", "no article text"),
    "picture.md": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture, not an article"),
}


def test_broken_files_are_skipped_by_name_with_their_reason(tmp_path: Path) -> None:
    write_article(tmp_path, "good.md", *GOOD)
    for name, (content, _) in BROKEN.items():
        (tmp_path / name).write_bytes(content)
    corpus = read_corpus(tmp_path)
    assert [article.id for article, _ in corpus.articles] == ["good.md"]
    reasons = {error.path: error.reason for error in corpus.skipped}
    assert reasons.keys() == BROKEN.keys()
    for name, (_, reason) in BROKEN.items():
        assert reason in reasons[name]


def test_a_folder_of_broken_files_only_is_an_error_that_lists_them(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"not one readable article.*\n  skipped empty\.md: empty"):
        read_corpus(tmp_path)


@pytest.mark.parametrize("what", ["nowhere", "file"])
def test_what_is_no_folder_is_an_error_that_says_what_to_set(tmp_path: Path, what: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"{what}: no such folder.*--corpus"):
        read_corpus(tmp_path / what)


def test_articles_come_in_the_order_of_their_paths_from_nested_folders(tmp_path: Path) -> None:
    corpus = read_corpus(write_corpus(tmp_path))
    assert [article.id for article, _ in corpus.articles] == sorted(ARTICLES)
    assert not corpus.skipped


def test_readmes_hidden_files_and_backups_are_no_articles(tmp_path: Path) -> None:
    write_article(tmp_path, "a/good.MD", *GOOD)
    for name in ("README.md", "a/readme.TXT", ".hidden.md", ".git/a.md", "publishers.csv", "a/b.md~"):
        write_article(tmp_path, name, *GOOD)
    (tmp_path / "folder.md").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in article_files(tmp_path)] == ["a/good.MD"]


def test_line_ends_and_a_byte_order_mark_do_not_change_an_article(tmp_path: Path) -> None:
    plain = "---\ntitle: t\nlanguage: en\ndate: 2021-05-04\n---\nOne.\n\nTwo.\n"
    forms = {
        "a": plain.encode(),
        "b": plain.replace("\n", "\r\n").encode(),
        "c": plain.replace("\n", "\r").encode(),
        "d": plain.encode("utf-8-sig"),
        "e": plain.replace("\n", "\r\n").encode("utf-8-sig"),
    }
    for name, content in forms.items():
        (tmp_path / f"{name}.md").write_bytes(content)
    corpus = read_corpus(tmp_path)
    assert {(article.title, article.text, article.published) for article, _ in corpus.articles} == {
        ("t", "One.\n\nTwo.", corpus.articles[0][0].published)
    }
    assert len(corpus.articles) == len(forms)


def test_digests_differ_when_an_article_differs(tmp_path: Path) -> None:
    path = write_article(tmp_path, "a.md", *GOOD)
    before = read_corpus(tmp_path).articles[0][1]
    assert read_corpus(tmp_path).articles[0][1] == before
    path.write_text(path.read_text(encoding="utf-8") + "More.", encoding="utf-8")
    assert read_corpus(tmp_path).articles[0][1] != before


def test_a_language_that_is_not_given_is_detected(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", "title: Прорыв плотины", ARTICLES["ru/sud.md"][1])
    write_article(tmp_path, "b.txt", "", ARTICLES["pt/energia.txt"][1])
    assert [article.language for article, _ in read_corpus(tmp_path).articles] == ["ru", "pt"]


def test_links_in_a_circle_and_to_nowhere_do_not_hang_or_stop_it(tmp_path: Path) -> None:
    write_article(tmp_path, "a/good.md", *GOOD)
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "itself.md").symlink_to(tmp_path / "itself.md")
    (tmp_path / "nowhere.md").symlink_to(tmp_path / "missing.md")
    assert [article.id for article, _ in read_corpus(tmp_path).articles] == ["a/good.md"]


def test_a_pipe_is_no_article(tmp_path: Path) -> None:
    """Opening one would wait for ever."""
    write_article(tmp_path, "good.md", *GOOD)
    os.mkfifo(tmp_path / "pipe.md")
    assert [article.id for article, _ in read_corpus(tmp_path).articles] == ["good.md"]


def test_a_file_whose_name_is_not_utf_8_is_skipped_with_a_printable_name(tmp_path: Path) -> None:
    write_article(tmp_path, "good.md", *GOOD)
    bad = Path(os.fsdecode(os.fsencode(tmp_path) + b"/ca\xf1on.md"))
    bad.write_bytes((tmp_path / "good.md").read_bytes())
    corpus = read_corpus(tmp_path)
    assert [(error.path, error.reason) for error in corpus.skipped] == [
        ("ca\\xf1on.md", "the file's name is not UTF-8; rename it")
    ]


def test_a_folder_may_be_named_relative_to_where_the_command_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(tmp_path, "here/deep/good.md", *GOOD)
    monkeypatch.chdir(tmp_path)
    assert [article.id for article, _ in read_corpus(Path("here")).articles] == ["deep/good.md"]


def test_progress_counts_every_file(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", *GOOD)
    (tmp_path / "b.md").write_bytes(b"")
    told: list[tuple[int, int]] = []
    read_corpus(tmp_path, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def _crawl(key: str, text: str, stamp: str) -> bytes:
    page = HTML.replace(PARAGRAPHS[0].encode(), text.encode())
    return warc_record(http(page), key=key).replace(b"2019-05-03T00:00:00Z", stamp.encode())


def test_of_two_crawls_of_one_address_the_later_is_indexed_wherever_it_stands_in_the_archive(tmp_path: Path) -> None:
    old, new = f"{PARAGRAPHS[0]} Two were hurt.", f"{PARAGRAPHS[0]} Four were hurt."
    crawls = [_crawl("new", new, "2019-05-04T06:00:00Z"), _crawl("old", old, "2019-05-03T06:00:00Z")]
    (tmp_path / "a.warc").write_bytes(b"".join(crawls))
    corpus = read_corpus(tmp_path)
    assert [article.id for article, _ in corpus.articles] == ["a.warc#new"]
    assert "Four were hurt" in corpus.articles[0][0].text
    assert [str(error) for error in corpus.skipped] == [
        "a.warc#old: an older version of a.warc#new, which stands at the same address and replaces it"
    ]


def test_versions_in_files_of_several_formats_are_found(tmp_path: Path) -> None:
    """A web archive, a page saved later, and an export with its own time of change: the last one changed stays."""
    address = "https://courier.example/a"
    page = HTML.replace(b"https://courier.example/2019/05/02/ministers", address.encode())
    changed = b'<meta property="article:modified_time" content="2019-05-05T09:00:00Z"><title>'
    (tmp_path / "a.warc").write_bytes(warc_record(http(page), key="1", url=address))
    (tmp_path / "b.html").write_bytes(page.replace(b"<title>", changed).replace(b"three hours", b"four hours"))
    row = {"title": TITLE, "text": f"{PARAGRAPHS[0]} More.", "url": address, "updated_at": "2019-05-04T09:00:00Z"}
    (tmp_path / "c.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert [article.id for article, _ in corpus.articles] == ["b.html"]
    assert [error.path for error in corpus.skipped] == ["a.warc#1", "c.jsonl#1"]
    assert all("an older version of b.html" in error.reason for error in corpus.skipped)


def test_a_file_edited_by_hand_is_not_replaced_by_an_archive(tmp_path: Path) -> None:
    write_article(tmp_path, "added/a.md", f"title: {TITLE}\nurl: https://courier.example/a\nlanguage: en", TEXT)
    (tmp_path / "a.warc").write_bytes(warc_record(http(HTML.replace(b"three hours", b"four hours")), key="1"))
    assert [article.id for article, _ in read_corpus(tmp_path).articles] == ["added/a.md"]


def test_tables_are_read_by_the_configured_columns(tmp_path: Path) -> None:
    columns = Columns.configured({"title": ("kopf",), "text": ("inhalt", "story.body"), "date": ("erschienen",)})
    (tmp_path / "a.csv").write_text(f'nr;kopf;inhalt;erschienen\n7;Eins;"{TEXT}";2019-05-02\n', encoding="utf-8")
    row = {"kopf": "Zwei", "story": {"body": TEXT}, "erschienen": "3 May 2019", "id": "z"}
    (tmp_path / "b.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    found = [article for article, _ in read_corpus(tmp_path, settings=ReadSettings(columns)).articles]
    assert [(one.id, one.title, one.text) for one in found] == [("a.csv#1", "Eins", TEXT), ("b.jsonl#z", "Zwei", TEXT)]
    assert [(one.published, one.date_found_in) for one in found] == [
        (date(2019, 5, 2), "column 'erschienen'"),
        (date(2019, 5, 3), "column 'erschienen'"),
    ]
