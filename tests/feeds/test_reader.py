"""Reading in a process of its own: the same outcome as in ours, and none of its troubles."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.errors import ArticleError
from bot.feeds.entries import parse_entries
from bot.feeds.reader import Reader
from bot.feeds.worker import Job
from bot.ingest.pages import read_page
from tests.feeds.world import item, page, rss, story

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = "https://news.example/2019/story"


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


def test_a_page_is_read_as_in_our_own_process(reader: Reader) -> None:
    data = page(1).encode()
    today = date(2019, 5, 4)
    assert reader.read_page(data, url=ADDRESS, today=today) == read_page(data, url=ADDRESS, today=today)


def test_a_feed_is_read_as_in_our_own_process(reader: Reader) -> None:
    data = rss(item(1), item(2, text=story(2))).encode()
    assert reader.read_feed(data, ADDRESS, "utf-8") == parse_entries(data, ADDRESS, "utf-8")


@pytest.mark.parametrize("data", [b"", b"<html><body></body></html>"])
def test_what_holds_no_article_gives_the_same_reason(reader: Reader, data: bytes) -> None:
    with pytest.raises(ArticleError) as ours:
        read_page(data, url=ADDRESS)
    with pytest.raises(ArticleError) as theirs:
        reader.read_page(data, url=ADDRESS)
    assert str(theirs.value) == str(ours.value)
    with pytest.raises(ArticleError, match="not a feed"):
        reader.read_feed(page(1).encode(), ADDRESS, None)


def test_a_file_gives_its_articles_with_their_passages_and_what_was_skipped(reader: Reader) -> None:
    lines = '{"title": "A title of its own", "text": "%s"}\n{"no": "article"}\n' % ("Rain fell all day long. " * 60)
    good, bad = reader.read(Job("some.jsonl", "file", words=20, max_words=30), lines.encode())
    assert good.article is not None
    assert (good.article.title, good.article.language) == ("A title of its own", "en")
    assert good.passages > 5
    assert bad.article is None
    assert bad.reason


def test_what_takes_too_long_is_ended_with_a_reason() -> None:
    slow = Reader(seconds=0.001)
    with pytest.raises(ArticleError, match=r"took longer than 0\.001 seconds"):
        slow.read_page(page(1).encode(), url=ADDRESS)
    assert not slow._running


def test_a_reader_that_dies_is_one_article_lost(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.feeds.reader._COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(ArticleError, match="could not be read"):
        reader.read_page(page(1).encode(), url=ADDRESS)
    monkeypatch.undo()
    assert reader.read_page(page(1).encode(), url=ADDRESS).title == "Headline number 1"


def test_closing_ends_what_is_being_read_and_starts_nothing_more(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.feeds.reader._COMMAND", (sys.executable, "-c", "import sys; sys.stdin.read(); input()"))
    failures: list[str] = []
    started = threading.Event()
    popen = subprocess.Popen

    def watched(*args: object, **options: object) -> object:
        process = popen(*args, **options)  # type: ignore[call-overload]
        started.set()
        return process

    def read() -> None:
        with pytest.raises(ArticleError) as caught:
            reader.read_page(b"", url=ADDRESS)
        failures.append(caught.value.reason)

    monkeypatch.setattr(subprocess, "Popen", watched)
    thread = threading.Thread(target=read)
    thread.start()
    assert started.wait(20)
    reader.close()
    thread.join(20)
    assert failures
    with pytest.raises(ArticleError, match="stopping"):
        reader.read_page(b"", url=ADDRESS)


def test_the_process_does_not_inherit_the_token(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import os, sys; sys.exit('DATELINE_TOKEN' in os.environ or not os.environ.get('PATH'))"
    monkeypatch.setenv("DATELINE_TOKEN", "secret")
    monkeypatch.setattr("bot.feeds.reader._COMMAND", (sys.executable, "-c", code))
    assert os.environ["DATELINE_TOKEN"]
    assert reader.read(Job("x", "file"), b"") == []
