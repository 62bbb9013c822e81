"""Tables: columns are found by the usual names or the configured ones, and one bad row costs itself only."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from bot.errors import ArticleError
from bot.ingest.tables import Columns, TableArticle, read_csv, read_json, read_json_lines
from tests.ingest.samples import CSV, JSON, JSON_LINES, PARAGRAPHS, TEXT, TITLE

_USUAL = Columns()


def _stream(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type,unused-ignore]


def _csv(data: bytes | str, columns: Columns = _USUAL) -> list[TableArticle | ArticleError]:
    return list(read_csv(_stream(data.encode() if isinstance(data, str) else data), "a.csv", columns))


def _jsonl(*rows: object, columns: Columns = _USUAL) -> list[TableArticle | ArticleError]:
    data = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()
    return list(read_json_lines(_stream(data), "a.jsonl", columns))


def _only(items: list[TableArticle | ArticleError]) -> TableArticle:
    (item,) = items
    assert isinstance(item, TableArticle), item
    return item


def test_csv_rows_become_articles_with_their_ids_and_dates() -> None:
    first, second = _csv(CSV)
    assert isinstance(first, TableArticle)
    assert isinstance(second, TableArticle)
    assert (first.key, first.article.title, first.article.text) == ("a-1", TITLE, TEXT)
    assert (first.article.date, first.article.date_found_in) == (dt.date(2019, 5, 2), "column 'date'")
    assert (second.key, second.article.date, second.article.date_found_in) == ("a-2", None, None)


def test_json_lines_fill_every_field() -> None:
    first, _ = list(read_json_lines(_stream(JSON_LINES), "a.jsonl", _USUAL))
    assert isinstance(first, TableArticle)
    article = first.article
    assert (article.publisher_name, article.domain, article.author) == (
        "The Caracas Courier",
        "courier.example",
        "Ana Ruiz",
    )
    assert article.url == "https://courier.example/ministers"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter(delimiter: str) -> None:
    row = f'title{delimiter}text\nOne{delimiter}"{TEXT}"\n'
    assert _only(_csv(row)).article.text == TEXT


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_any_usual_encoding(codec: str) -> None:
    text = "Министр иностранных дел России заявил в воскресенье, что переговоры о торговле продолжатся."
    assert _only(_csv(f"title;text\nЗаголовок;{text}\n".encode(codec))).article.text == text


def test_configured_columns_replace_the_usual_ones() -> None:
    columns = Columns.configured({"text": ("Story",), "title": ("Slug",)})
    row = {"slug": "From the slug", "title": "not this", "story": TEXT, "text": "nor this"}
    article = _only(_jsonl(row, columns=columns)).article
    assert (article.title, article.text) == ("From the slug", TEXT)


def test_a_configured_column_that_is_empty_is_not_filled_from_a_usual_one() -> None:
    """The crawler's date is not the publication's: what the configuration names is the field, empty or not."""
    columns = Columns.configured({"date": ("first_seen_in_print",)})
    row = {"text": TEXT, "first_seen_in_print": "", "date": "2020-01-02"}
    assert _only(_jsonl(row, columns=columns)).article.date is None
    assert _only(_jsonl({"text": TEXT, "date": "2020-01-02"}, columns=columns)).article.date == dt.date(2020, 1, 2)


def test_of_several_configured_columns_the_first_that_is_filled_counts() -> None:
    columns = Columns.configured({"title": ("kicker", "slug")})
    row = {"text": TEXT, "kicker": "", "slug": "From the slug", "title": "not this"}
    assert _only(_jsonl(row, columns=columns)).article.title == "From the slug"


def test_a_name_that_is_usual_for_another_field_leaves_that_field_alone() -> None:
    """In Portuguese "data" is the date; configured for the text, it does not shut out "fecha"."""
    columns = Columns.configured({"text": ("data",)})
    article = _only(_jsonl({"data": TEXT, "fecha": "2020-01-02"}, columns=columns)).article
    assert (article.text, article.date) == (TEXT, dt.date(2020, 1, 2))


def test_a_row_tells_when_it_was_changed() -> None:
    article = _only(_jsonl({"text": TEXT, "updated_at": "2020-01-02T10:00:00+02:00"})).article
    assert article.modified == dt.datetime(2020, 1, 2, 8, tzinfo=dt.UTC)


def test_a_csv_without_a_text_column_says_which_it_has() -> None:
    with pytest.raises(ArticleError, match=r"a\.csv: no column for the text; .* the file has: name, domain"):
        _csv("name,domain\nx,y\n")


def test_columns_of_json_may_lie_deeper() -> None:
    row = {"headline": TITLE, "body": TEXT, "source": {"name": "Courier"}, "author": {"name": "Ana Ruiz"}}
    columns = Columns.configured({"publisher": ("source.name",)})
    article = _only(_jsonl(row, columns=columns)).article
    assert (article.publisher_name, article.author) == ("Courier", "Ana Ruiz")


def test_html_in_a_cell_becomes_paragraphs() -> None:
    html = "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "<script>alert(1)</script>"
    assert _only(_jsonl({"title": "<b>Bold</b> &amp; new", "content": html})).article.text == TEXT


def test_a_wire_services_byline_is_the_agency() -> None:
    article = _only(_jsonl({"text": TEXT, "author": "Reuters"})).article
    assert (article.agency, article.author) == ("Reuters", None)


@pytest.mark.parametrize(
    ("date", "expected"), [("05/06/2019", None), ("Thursday", None), ("2019-05-02T23:00:00-04:00", dt.date(2019, 5, 2))]
)
def test_a_date_that_can_be_read_two_ways_is_none(date: str, expected: dt.date | None) -> None:
    assert _only(_jsonl({"text": TEXT, "date": date})).article.date == expected


def test_bad_lines_cost_themselves_only() -> None:
    """Broken JSON, another kind of value, an empty text, one nested without end: each has its number and reason."""
    items = _jsonl("{broken", [1, 2], {"text": ""}, '{"a":' * 50_000, {"text": TEXT})
    assert [str(item).split(":")[0] for item in items[:4]] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3", "a.jsonl#4"]
    assert [item.reason.split(":")[0] for item in items[:4] if isinstance(item, ArticleError)] == [
        "not valid JSON", "not a JSON object", "no text in it", "not valid JSON",
    ]  # fmt: skip
    assert isinstance(items[4], TableArticle)
    assert items[4].key == "5"


def test_a_line_of_many_megabytes_is_passed_over() -> None:
    error, good = _jsonl('{"text": "' + "x" * 9_000_000 + '"}', {"text": TEXT})
    assert isinstance(error, ArticleError)
    assert "row of more than" in error.reason
    assert isinstance(good, TableArticle)


def test_a_quotation_mark_that_is_never_closed_ends_the_reading() -> None:
    with pytest.raises(ArticleError, match=r"more than|not a CSV row"):
        _csv('title,text\nx,"' + "line\n" * 2_000_000)


def test_lone_surrogates_and_nuls_do_not_come_through() -> None:
    article = _only(
        _jsonl('{"title": "a\\ud800b\\u0000", "text": "' + PARAGRAPHS[0] + '", "publisher": "x\\udfffy"}')
    ).article
    assert (article.title, article.publisher_name) == ("ab", "xy")


def test_a_json_document_may_wrap_its_list() -> None:
    assert [item.key for item in read_json(JSON, "a.json", _USUAL) if isinstance(item, TableArticle)] == ["a-1", "a-2"]


@pytest.mark.parametrize("data", [b"[1, 2]", b'"text"', b"{}", b"[" * 100_000, b"{broken"])
def test_json_without_articles_is_an_error(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.json: (?:holds no articles|not valid JSON)"):
        list(read_json(data, "a.json", _USUAL))
