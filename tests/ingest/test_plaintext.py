"""Messy text, as people paste it."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ArticleError
from bot.ingest.plaintext import read_plain_text

TITLE = "Ferries to the islands sail again"
FIRST = "The ferries sailed again on Thursday morning, the port authority said, two days after the storm."
SECOND = "“We could not have gone out a day earlier,” said the harbour master on 1 May 2019, who had not slept."
BODY = f"{FIRST}\n\n{SECOND}"


def _read(text: str, charset: str = "utf-8") -> tuple[str | None, str, date | None]:
    article = read_plain_text(text.encode(charset), name="x.txt")
    return article.title, article.text, article.date


def test_headline_and_paragraphs_are_told_apart() -> None:
    assert _read(f"\n\n{TITLE}\n\n\n{BODY}\n") == (TITLE, BODY, None)


def test_a_text_without_a_headline_has_none() -> None:
    assert _read(BODY) == (None, BODY, None)


@pytest.mark.parametrize(
    "line",
    ["date 2019-05-02", "May 02, 2019", "Thursday, 02 May, 2019", "2 de mayo de 2019", "2 мая 2019 г.",
     "2 de maio de 2019", "2 mai 2019", "Published: May 2, 2019 at 10:40", "Por Ana Silva | 2 de mayo de 2019"],
)  # fmt: skip
def test_a_date_line_in_the_head_gives_the_date_and_leaves_the_text(line: str) -> None:
    assert _read(f"{TITLE}\n{line}\n{BODY}") == (TITLE, BODY, date(2019, 5, 2))


@pytest.mark.parametrize("line", ["Thursday", "Updated May 2, 2019", "2 May"])
def test_no_other_line_gives_a_date(line: str) -> None:
    assert _read(f"{TITLE}\n\n{line}\n\n{BODY}")[2] is None


def test_a_date_before_a_caption_on_the_first_line_is_taken_and_the_caption_dropped() -> None:
    first = " date 2019-05-05 The harbour master (R) looks at the quay in Vigo on May 5, 2019 (Photo by AFP)"
    assert _read(f"{first}\n\n{BODY}") == (None, BODY, date(2019, 5, 5))


def test_what_stands_between_is_dropped() -> None:
    noise = ["0 2,736", "- Advertisement -", "Related article: Fares rise again", "Passengers on the quay. EFE",
             "Subscribe to our newsletter", "This site uses Akismet to reduce spam. Learn how it works."]  # fmt: skip
    assert _read(f"{TITLE}\n\n{noise[0]}\n\n{FIRST}\n\n" + "\n\n".join([*noise[1:4], SECOND, *noise[4:]])) == (
        TITLE,
        BODY,
        None,
    )


def test_the_original_address_becomes_the_address_mended_where_a_space_tore_it() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nOriginal url:\n\nhttps://www.post.example/2019/05/02/ferries-a 65464"
    article = read_plain_text(text.encode(), name="x.txt")
    assert (article.url, article.domain, article.text) == (
        "https://www.post.example/2019/05/02/ferries-a65464",
        "post.example",
        BODY,
    )


def test_a_byline_gives_the_author_and_a_wire_service_the_agency() -> None:
    by_person = read_plain_text(f"{TITLE}\n\nBy Ana Silva\n\n{BODY}".encode(), name="x")
    by_agency = read_plain_text(f"{TITLE}\n\nBy Reuters\n\n{BODY}".encode(), name="x")
    assert (by_person.author, by_person.agency, by_person.text) == ("Ana Silva", None, BODY)
    assert (by_agency.author, by_agency.agency, by_agency.text) == (None, "Reuters", BODY)


@pytest.mark.parametrize("piece", ["[", "2019 ", "(", '{"@graph":', "https://a.", "EFE. "])
def test_a_line_without_end_is_read_without_end_of_patience(piece: str) -> None:
    endless = piece * 60_000
    assert read_plain_text(f"{TITLE}\n\n{FIRST}\n\n{endless}".encode(), name="x").text.startswith(FIRST)


def test_lines_broken_at_a_fixed_width_are_joined_to_paragraphs() -> None:
    words = (FIRST + " ") * 6
    broken = "\n".join(words[start : start + 80].strip() for start in range(0, len(words), 80))
    assert "\n" not in _read(f"{TITLE}\n\n{broken}\n\n{SECOND}")[1].split("\n\n")[0]


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_the_charset_is_found_out(charset: str) -> None:
    text = "Паромы на острова снова ходят\n\nПаромы вышли в море в четверг утром, сообщили в порту через два дня."
    assert _read(text, charset)[0] == "Паромы на острова снова ходят"


@pytest.mark.parametrize(
    "data", [b"", b"\n \n", b"0 2,736", gzip.compress(BODY.encode(), mtime=0)[:-9], b"\x00\x01" * 900]
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ArticleError) as refused:
        read_plain_text(data, name="x.txt")
    assert refused.value.path == "x.txt"


@settings(max_examples=200, deadline=None)
@given(data=st.one_of(st.binary(max_size=600), st.text(max_size=600).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_an_article_or_an_article_error(data: bytes) -> None:
    try:
        article = read_plain_text(data, name="x")
    except ArticleError:
        return
    assert article.text == article.text.strip()
    assert not set(article.text) & {"\x00", "\u202e", "\ufeff"}
