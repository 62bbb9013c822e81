"""PDFs with a text layer, read in a process of its own."""

from __future__ import annotations

import sys

import pytest

from bot.errors import ArticleError
from bot.ingest import pdf
from bot.ingest.pdf import extract, paragraphs_of_pages, read_pdf
from tests.ingest.samples import PARAGRAPHS, PDF, TITLE, pdf_of


def test_a_pdfs_title_and_text_come_out() -> None:
    found = read_pdf(PDF, "a.pdf")
    assert found.title == TITLE
    assert " ".join(found.paragraphs).endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", PDF[:300], b"%PDF-1.7" + b"<<" * 20_000])
def test_a_damaged_pdf_is_told_with_its_name(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^a\.pdf: (?:damaged|no text layer)"):
        read_pdf(data, "a.pdf")


def test_a_scan_is_told_to_be_one() -> None:
    with pytest.raises(ArticleError, match="no text layer"):
        read_pdf(pdf_of(("",)), "a.pdf")


def test_a_pdf_that_takes_too_much_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reading process dies of does not reach ours."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ArticleError, match="too much time or memory"):
        read_pdf(PDF, "a.pdf")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_BYTES", 10)
    with pytest.raises(ArticleError, match="larger than 10 bytes"):
        read_pdf(PDF, "a.pdf")


def test_a_title_that_names_a_file_is_none() -> None:
    assert extract(pdf_of(PARAGRAPHS, title="Microsoft Word - draft3.docx")).title is None


def test_lines_are_joined_into_paragraphs_and_cut_words_made_whole() -> None:
    page = (
        "Ministers meet in Caracas",
        "The ministers of both countries met in Caracas on Thursday and spoke for three hours about inter-",
        "national trade and fuel, and about what was left of the agreement of the year before that",
        "one, and then went home.",
        "They agreed to meet again in autumn, and to let two commissions work out what a treaty would",
        "have to say.",
    )
    title, first, second = paragraphs_of_pages([page])
    assert title == page[0]
    assert "international trade" in first
    assert first.endswith("went home.")
    assert second.startswith("They agreed")


def test_running_titles_and_page_numbers_go() -> None:
    line = "A line of text that is as long as the others are, number "
    pages = [["The Caracas Courier", *(f"{line}{place}" for place in range(5)), f"{number}"] for number in range(4)]
    text = " ".join(paragraphs_of_pages(pages))
    assert "Courier" not in text
    assert text.count("number 3") == 4
