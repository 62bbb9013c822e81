"""What was shown of an article, noted so that a correction can be told: old and new words, to the letter. All pure."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - read by the annotations of a struct
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from bot.chat.watches.collection import words_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Article, Hit, Passage

_MARK = 8  # bytes of the digest of a sentence
# Our own: from this share of common words on (difflib's ratio), a new sentence is the corrected form of an old one. A
# changed name, number or clause leaves more than half of a sentence standing.
_SAME_SENTENCE = 0.5


class Noted(msgspec.Struct, frozen=True):
    """An article as it was shown: what its source line says, the sentences shown, and marks of all its sentences.

    `words` is the digest of the article's words, `best` the place among `shown` of the sentence shown in bold, `marks`
    a digest of 8 bytes for each sentence of the article: what changes elsewhere is then seen without keeping the text.
    """

    article: str
    title: str
    publisher: str | None
    published: date | None
    url: str | None
    language: str
    kind: str
    agency: str | None
    words: bytes
    shown: tuple[str, ...]
    best: int
    marks: bytes

    @property
    def best_sentence(self) -> str:
        """The sentence that was shown in bold."""
        return self.shown[self.best]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence that was shown and is gone, with the one that took its place, where one did."""

    old: str
    new: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What changed of an article since it was shown. `article` is what it is now, None where it was removed.

    `rewritten` concerns what was shown; `added` are new sentences elsewhere, `taken_out` counts those gone elsewhere.
    """

    noted: Noted
    article: Article | None
    rewritten: tuple[Rewritten, ...] = ()
    added: tuple[str, ...] = ()
    taken_out: int = 0


def note(hits: Iterable[Hit], passages: Sequence[Passage]) -> Noted:
    """Note what some hits of one article show; `passages` are all of that article."""
    shown, best = [], 0
    for place, hit in enumerate(hits):
        if place == 0:
            inside = [hit.best_sentence.start <= s.start < hit.best_sentence.end for s in hit.passage.sentences]
            best = inside.index(True) if True in inside else 0
        shown += [sentence.of(hit.passage.article.text).strip() for sentence in hit.passage.sentences]
    return _noted(passages[0].article, passages, tuple(shown), best)


def noted_again(correction: Correction, passages: Sequence[Passage]) -> Noted:
    """Note an article anew after its correction was told: the new sentences stand where the old ones stood."""
    instead = {one.old: one.new for one in correction.rewritten}
    before = correction.noted
    kept = [instead.get(sentence, sentence) for sentence in before.shown]
    shown = tuple(sentence for sentence in kept if sentence)
    best = kept[before.best]
    place = shown.index(best) if best else 0
    return _noted(passages[0].article, passages, shown or before.shown, place)


def compare(noted: Noted, passages: Sequence[Passage]) -> Correction | None:
    """Return what changed of an article whose passages are these now, none where it is gone; None for nothing."""
    if not passages:
        return Correction(noted, None)
    article = passages[0].article
    if words_digest(article.text) == noted.words:
        return Correction(noted, article) if _source_changed(noted, article) else None
    sentences = _sentences(passages)
    standing = {_plain(sentence) for sentence in sentences}
    before = _marks_of(noted.marks)
    fresh = [sentence for sentence in sentences if _mark(sentence) not in before]
    rewritten = []
    for old in noted.shown:
        if _plain(old) not in standing:
            rewritten.append(Rewritten(old, new := _nearest(old, fresh)))
            fresh = [sentence for sentence in fresh if sentence != new]
    gone = max(0, len(before - {_mark(sentence) for sentence in sentences}) - len(rewritten))
    if not (rewritten or fresh or gone or _source_changed(noted, article)):
        return None  # the same sentences in another order
    return Correction(noted, article, tuple(rewritten), tuple(fresh), gone)


def _noted(article: Article, passages: Sequence[Passage], shown: tuple[str, ...], best: int) -> Noted:
    return Noted(
        article=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        language=article.language,
        kind=article.kind,
        agency=article.agency,
        words=words_digest(article.text),
        shown=shown,
        best=best,
        marks=b"".join(sorted({_mark(sentence) for sentence in _sentences(passages)})),
    )


def _source_changed(noted: Noted, article: Article) -> bool:
    """Tell whether the title, publisher or date that a reader was shown is another now."""
    shown = (noted.title, noted.publisher, noted.published)
    return shown != (article.title, article.publisher, article.published)


def _sentences(passages: Sequence[Passage]) -> list[str]:
    """Return the sentences of an article, to the letter, each once."""
    spans = sorted({(span.start, span.end) for passage in passages for span in passage.sentences})
    return list(dict.fromkeys(passages[0].article.text[start:end].strip() for start, end in spans))


def _nearest(old: str, fresh: Sequence[str]) -> str | None:
    """Return the new sentence that shares most words with an old one, where it shares enough."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(old.split())
    best, ratio = None, _SAME_SENTENCE
    for sentence in fresh:
        matcher.set_seq1(sentence.split())
        if matcher.real_quick_ratio() >= ratio and (shared := matcher.ratio()) >= ratio:
            best, ratio = sentence, shared
    return best


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())


def _mark(sentence: str) -> bytes:
    return blake2b(_plain(sentence).encode("utf-8", "surrogatepass"), digest_size=_MARK).digest()


def _marks_of(marks: bytes) -> set[bytes]:
    return {marks[at : at + _MARK] for at in range(0, len(marks), _MARK)}
