"""Formats are told by content; names decide only where content leaves it open."""

from __future__ import annotations

import codecs

import pytest

from bot.errors import ArticleError
from bot.ingest.formats import HEAD, Format, charset_of, recognise
from tests.ingest.samples import SAMPLES

_EXPECTED = {
    "a.md": Format.MARKDOWN,
    "a.txt": Format.TEXT,
    "a.html": Format.HTML,
    "a.html.gz": Format.GZIP,
    "a.jsonl": Format.JSON_LINES,
    "a.json": Format.JSON,
    "a.csv": Format.CSV,
    "a.rss": Format.FEED,
    "a.atom": Format.FEED,
    "feed.json": Format.JSON_FEED,
    "news.xml": Format.SITEMAP,
    "sitemap.xml": Format.SITEMAP,
    "a.warc": Format.WARC,
    "a.warc.gz": Format.GZIP,
    "a.arc": Format.ARC,
    "a.pdf": Format.PDF,
    "a.zip": Format.ZIP,
    "a.tar.gz": Format.GZIP,
    "a.tar": Format.TAR,
}


@pytest.mark.parametrize("name", list(SAMPLES))
@pytest.mark.parametrize("called", ["right", "nothing", "wrong"])
def test_content_decides_whatever_the_name_is(name: str, called: str) -> None:
    """Every sample is recognised under its own name, without a name, and under the name of a page."""
    given = {"right": name, "nothing": "", "wrong": "page.html"}[called]
    assert recognise(SAMPLES[name][:HEAD], given) is _EXPECTED[name]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.html", "a.rss", "a.csv", "a.jsonl"])
def test_markup_is_seen_in_any_unicode_encoding(name: str, codec: str) -> None:
    assert recognise(SAMPLES[name].decode().encode(codec), "") is _EXPECTED[name]


@pytest.mark.parametrize(
    ("head", "name", "said"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\x00", "a.txt", "empty"),
        (b"\x89PNG\r\n", "a.txt", "picture"),
        (b"BZh91AY", "a.tar.bz2", "bzip2"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "Office"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml", "a.docx", "Office"),
        (b"body {color: red}", "a.css", "style sheet"),
        (b"\x00\x00\x00\x18ftypmp42", "a.mp4", "picture or recording"),
    ],
)
def test_what_holds_no_article_is_refused_with_what_it_is(head: bytes, name: str, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        recognise(head, name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Prices, wages, rents: all rose.\nSo it goes, on and on, they said.\nAnd on.", "a.txt", Format.TEXT),
        ("a headline\n\nand text", "a.md", Format.MARKDOWN),
        ("<3 from Caracas\n\nThe text goes on.", "a.txt", Format.TEXT),
        ("{so it begins} said the poet\n", "a.txt", Format.TEXT),
        ("[Reuters] Caracas, 2 May\n\nThe text.", "a.txt", Format.TEXT),
        ("<!-- saved --><?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", "a", Format.FEED),
        ("<rdf:RDF xmlns:rdf='x'><channel/></rdf:RDF>", "a", Format.FEED),
        ("<!DOCTYPE html PUBLIC 'x'><p>", "a", Format.HTML),
        ("text\nonly one column", "a.csv", Format.CSV),
        ('{"title": "x",\n "text": "y"}', "a.json", Format.JSON),
    ],
)
def test_texts_that_look_like_something_else(text: str, name: str, expected: Format) -> None:
    assert recognise(text.encode(), name) is expected


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "koi8-r", "utf-16-le", "utf-16"])
def test_the_charset_of_a_table_is_found(codec: str) -> None:
    """Its content comes out in letters, whichever of the usual Cyrillic encodings it was written in."""
    text = (
        "title;text\n" + "Министр;Министр иностранных дел России заявил в воскресенье, что переговоры продолжатся\n" * 5
    )
    data = text.encode(codec)
    assert data.decode(charset_of(data)).lstrip("\ufeff") == text


def test_a_character_cut_off_at_the_heads_end_is_still_utf8() -> None:
    assert charset_of(("x" * (HEAD - 1) + "й").encode()[:HEAD]) == "utf-8"
    assert codecs.lookup(charset_of(b"\xff\xfea\x00")).name == "utf-16"
