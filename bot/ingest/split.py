"""Articles into passages: sentence-aware stretches with exact character offsets.

Sentences come from sentencex (Wikimedia's segmenter), mended where it cuts after an abbreviation. Paragraphs are
filled up to about `words` words; a passage never has more than `max_words`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sentencex

from bot.model import Article, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
# A word is what white space separates, but no longer than 40 characters (longer ones are addresses and the like), and
# two characters where a script does not separate words (Japanese, Chinese, Thai, Lao, Khmer, Burmese).
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]{{1,40}}")
# Titles and initials before a name, which sentencex takes for ends in some languages ("M. Macron", "И. Марков").
_TITLE = re.compile(
    r"(?:^|[\s(«\"“'’])(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]|MM|Mme|Mlle|Me|Mgr|Drs?|Dra|Mrs?|Ms|Sra?|Srta|St|Ste|Prof|Gen|им)\.$"
)
_LONGEST_TITLE = 8  # characters at a sentence's end in which a title or an abbreviation may stand
# A lower-case start, or a figure after "No." and its like, shows that the sentence before ended in an abbreviation; the
# sign of an ordinal ("42.º"), that it ended in a number.
_CONTINUES = re.compile(r"[a-zà-öø-ÿа-яё]|[,;:)\]»”ºª°]")
# What follows a stop without a space in the name of a site ("Armando.Info"), and hardly begins a sentence.
_SITE = re.compile(r"(?:info|com|net|org|tv|ru|ve|es|br|fr)\b", re.IGNORECASE)
_NUMBER_ABBREVIATION = re.compile(r"(?:\bno|\bnº|\bnúm|\bart|№|\bст|\bп|\bpp?|\bvol)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SplitSettings:
    """How long passages are, in words. Part of the snapshot's identity: another setting is another index."""

    words: int = 90
    max_words: int = 140


def split(article: Article, settings: SplitSettings) -> list[Passage]:
    """Cut an article into passages, in order; together they hold every sentence exactly once."""
    sentences = [
        piece
        for paragraph in paragraphs(article.text)
        for sentence in sentences_of(article.text, paragraph, article.language)
        for piece in _cut_long(article.text, sentence, settings.max_words)
    ]
    groups = _pack(article.text, sentences, settings)
    return [_passage(article, position, group) for position, group in enumerate(groups)]


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the stretches between blank lines, without the white space around them."""
    for match in _PARAGRAPH.finditer(text):
        yield _trimmed(text, match.start(), match.end())


def sentences_of(text: str, within: Span, language: str) -> list[Span]:
    """Return the sentences of a stretch of text, in order, without the white space around them."""
    stretch = within.of(text)
    spans: list[Span] = []
    at = 0
    for piece in sentencex.segment(language, stretch):
        start = stretch.index(piece, at)
        at = start + len(piece)
        if piece.strip():
            spans.append(_trimmed(text, within.start + start, within.start + at))
    return list(_mended(text, spans))


def _mended(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Join sentences that an abbreviation tore apart."""
    held: Span | None = None
    for span in spans:
        if held is None:
            held = span
        elif _belongs_to(held, span, text):
            held = Span(held.start, span.end)
        else:
            yield held
            held = span
    if held is not None:
        yield held


def _belongs_to(held: Span, span: Span, text: str) -> bool:
    """Whether the sentence `span` only goes on with the one before it."""
    if _CONTINUES.match(text, span.start) or (held.end == span.start and _SITE.match(text, span.start)):
        return True
    end = text[max(held.start, held.end - _LONGEST_TITLE) : held.end]
    return bool(_TITLE.search(end) or (_NUMBER_ABBREVIATION.search(end) and text[span.start].isdigit()))


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(end - len(stretch.lstrip()), start + len(stretch.rstrip()))


def word_count(text: str) -> int:
    """Count the words of a text; runs of letters without white space count by their length."""
    return sum(1 for _ in _WORD.finditer(text))


def _cut_long(text: str, sentence: Span, max_words: int) -> Iterator[Span]:
    """Cut a sentence of more than `max_words` words (a list without stops, say) between words."""
    words = [Span(m.start() + sentence.start, m.end() + sentence.start) for m in _WORD.finditer(sentence.of(text))]
    for at in range(0, len(words), max_words):
        piece = words[at : at + max_words]
        yield Span(piece[0].start, piece[-1].end)


def _pack(text: str, sentences: list[Span], settings: SplitSettings) -> list[list[Span]]:
    """Fill passages sentence by sentence; end one at a paragraph's end once it has half the words wanted."""
    groups: list[list[Span]] = []
    size = 0
    end = 0
    for sentence in sentences:
        words = word_count(sentence.of(text))
        new_paragraph = "\n" in text[end : sentence.start]
        full = size + words > settings.max_words or size >= settings.words
        if not groups or full or (new_paragraph and size >= settings.words // 2):
            groups.append([])
            size = 0
        groups[-1].append(sentence)
        size += words
        end = sentence.end
    return groups


def _passage(article: Article, position: int, sentences: list[Span]) -> Passage:
    span = Span(sentences[0].start, sentences[-1].end)
    identity = f"{article.id}\0{span.start}\0{span.of(article.text)}"
    key = hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
    return Passage(key, article, position, span, tuple(sentences))
