"""Splitting: every sentence in one passage, offsets to the letter, lengths within limits, whatever the text is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.corpus import read_corpus
from bot.ingest.split import SplitSettings, paragraphs, sentences_of, split, word_count
from bot.model import Article, Passage, Span
from tests.corpora import REAL_CORPUS

DEFAULT = SplitSettings()
# Letters of many scripts, signs that end sentences or seem to, astral characters, joiners, odd spaces.
MIXED = st.text(
    st.sampled_from(
        [*"aBzéñÑüжЙё,.!?;:…\"'«»()[]-–—0123456789 \t\n\xa0。字かا؟ש😀👩𝔘", "\u200d", "\u200b", "\u2028", "\x85"]
    ),
    max_size=400,
)
_TRICKY = "dam No. 5 Mr. U.S. бурст вода. Вода art. 12 ¿Qué? ¡No! d'eau, c'est-à-dire 1.234,5 e.g. (yes) M. И. St."
WORDS = st.lists(st.sampled_from(_TRICKY.split()), max_size=300).map(" ".join)


def article(text: str, language: str = "en") -> Article:
    """Return an article of this text."""
    return Article(id="a.md", title="t", text=text, language=language)


def check(text: str, passages: list[Passage], limits: SplitSettings) -> None:
    """Check everything that holds for every split."""
    spans = [passage.span for passage in passages]
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    for before, after in itertools.pairwise(spans):
        assert before.end <= after.start
    for before, after in itertools.pairwise(sentences):
        assert before.end <= after.start
    assert "".join("".join(sentence.of(text) for sentence in sentences).split()) == "".join(text.split())
    for number, passage in enumerate(passages):
        assert passage.position == number
        assert passage.text == text[passage.span.start : passage.span.end]
        assert (passage.sentences[0].start, passage.sentences[-1].end) == (passage.span.start, passage.span.end)
        assert sum(word_count(sentence.of(text)) for sentence in passage.sentences) <= limits.max_words
    for sentence in sentences:
        assert sentence.of(text) == sentence.of(text).strip() != ""
    assert len({passage.key for passage in passages}) == len(passages)


@settings(deadline=None)
@given(MIXED | WORDS | st.text(max_size=300), st.sampled_from(["en", "es", "ru", "pt", "fr", "zh", "und"]))
def test_every_sentence_is_in_one_passage_with_exact_offsets(text: str, language: str) -> None:
    check(text, split(article(text, language), DEFAULT), DEFAULT)


@settings(deadline=None)
@given(WORDS, st.integers(1, 30), st.integers(0, 30))
def test_limits_hold_whatever_they_are(text: str, words: int, more: int) -> None:
    limits = SplitSettings(words, words + more)
    check(text, split(article(text), limits), limits)


@pytest.mark.parametrize(
    "text",
    [
        "слово " * 17_000,
        "Word. " * 17_000,
        "a. " * 33_000,
        "No. 5 " * 17_000,
        "Mr. " * 25_000,
        "😀" * 100_000,
        "." * 100_000,
        '"' * 100_000,
        "x" * 100_000,
        "字" * 100_000,
        "这是一个句子。" * 3_000,
        "هذه جملة قصيرة. " * 6_000,
        "x\n" * 50_000,
        "a" + " " * 99_000 + "b",
        "a" + "\n " * 49_000 + "b",
        "https://example.org/" + "path/" * 20_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_very_long_texts_of_every_kind_are_split_within_the_limits(text: str) -> None:
    check(text, split(article(text), DEFAULT), DEFAULT)


@given(MIXED)
@settings(max_examples=50, deadline=None)
def test_splitting_is_repeatable(text: str) -> None:
    assert split(article(text), DEFAULT) == split(article(text), DEFAULT)


def test_offsets_are_code_points() -> None:
    """Not bytes, nor UTF-16 units: characters beyond the basic plane count one each."""
    text = "😀😀 One here. 𝔘 Two there."
    (passage,) = split(article(text), DEFAULT)
    assert passage.sentences == (Span(0, 12), Span(13, 25))
    assert passage.sentences[1].of(text) == "𝔘 Two there."


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Mr. Lee left. He took No. 5 with him.", ["Mr. Lee left.", "He took No. 5 with him."]),
        ("en", "It fell 3.5 percent. Nobody cared!", ["It fell 3.5 percent.", "Nobody cared!"]),
        ("es", "¿Quién fue? El Sr. Paz no respondió.", ["¿Quién fue?", "El Sr. Paz no respondió."]),
        ("es", "Lo hizo en el 42.º periodo. Nadie habló.", ["Lo hizo en el 42.º periodo.", "Nadie habló."]),
        ("pt", "Segundo o site Armando.Info, nada houve. Fim.", ["Segundo o site Armando.Info, nada houve.", "Fim."]),
        ("ru", "Он уехал в 2019 г. из страны. Она осталась.", ["Он уехал в 2019 г. из страны.", "Она осталась."]),
        ("pt", "O Dr. Reis saiu. A Sra. Luz ficou.", ["O Dr. Reis saiu.", "A Sra. Luz ficou."]),
        ("ru", "Пришёл И. Марков. Он молчал.", ["Пришёл И. Марков.", "Он молчал."]),
        ("en", "He left the U.S. Then it rained.", ["He left the U.S.", "Then it rained."]),
        (
            "fr",
            "M. Vasseur est parti. C'est l'art. 12 qui vaut.",
            ["M. Vasseur est parti.", "C'est l'art. 12 qui vaut."],
        ),
    ],
)
def test_abbreviations_do_not_end_sentences(language: str, text: str, wanted: list[str]) -> None:
    found = sentences_of(text, Span(0, len(text)), language)
    assert [span.of(text) for span in found] == wanted


def test_paragraphs_are_separated_by_blank_lines_only() -> None:
    text = "  One\nstill one. \n \t\n\nTwo.\n"
    assert [span.of(text) for span in paragraphs(text)] == ["One\nstill one.", "Two."]


def test_a_paragraphs_end_closes_a_passage_that_has_half_the_words() -> None:
    half = "word " * 44 + "end."
    assert len(split(article(f"{half}\n\n{half}"), DEFAULT)) == 2
    assert len(split(article("Short.\n\nShort too."), DEFAULT)) == 1


def test_a_sentence_is_never_torn_unless_it_is_too_long_alone() -> None:
    sentence = "word " * 79 + "end."
    assert [len(p.sentences) for p in split(article(f"{sentence} {sentence}"), DEFAULT)] == [1, 1]
    long = "word " * 299 + "end."
    assert [word_count(p.text) for p in split(article(long), DEFAULT)] == [140, 140, 20]


def test_no_text_gives_no_passage() -> None:
    assert split(article(" \n\n\t "), DEFAULT) == []


def test_a_key_stays_while_the_text_before_it_stays() -> None:
    paragraph = "word " * 59 + "end."
    before = split(article(f"{paragraph}\n\n{paragraph}"), DEFAULT)
    after = split(article(f"{paragraph}\n\n{paragraph}\n\nMore."), DEFAULT)
    assert [p.key for p in after][:1] == [before[0].key]
    assert split(Article("b.md", "t", before[0].article.text, "en"), DEFAULT)[0].key != before[0].key


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two\nthree", 3), ("x" * 40, 1), ("x" * 41, 2), ("水水水", 2), ("สวัสดี", 3)]
)
def test_words_are_counted(text: str, count: int) -> None:
    assert word_count(text) == count


def test_the_shipped_corpus_is_split_within_the_limits() -> None:
    for shipped, _ in read_corpus(REAL_CORPUS).articles:
        check(shipped.text, split(shipped, DEFAULT), DEFAULT)
