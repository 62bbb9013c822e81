"""Contradictions: another figure for the same thing is shown beside the first one, never hidden behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

from bot.search.counted import counts_in, matter, things_asked
from bot.search.figures import asks_for_a_figure, contradict, figures_in
from bot.search.sides import FIRST, RELEVANT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Article, Hit, Question, Span
    from bot.search.counted import Count
    from bot.search.quantities import Quantity

# Two figures for one fact are seldom further apart: 17 and 21 dead, 13 and 14 years, 105 and 106 votes, 2 and 4 dead.
# With ten times, and no look at what they count, 17 of the 18 figures moved in 294 questions were of something else.
_TIMES_APART = 2
# Where one of the first three gives a figure no further from the others than this, they may not agree.
_TIMES_IN_DOUBT = 10
# Other figures that two sentences have in common where they list the same, as the three results of a vote.
_SAME_LIST = 2
# Words that they have in common in any language, besides what they count, where they are about the same. Where one
# article's figure was enough, "two hurt" in another town passed with none; with one nothing false did.
_SAME_WORDS = 1
# Reports further apart in time count what has changed since, as refugees in February and in June.
_SAME_NEWS = timedelta(days=14)
_LACKING = ("missing names", "missing countries")  # signals of a hit that are 0 at best


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a hit, with what it counts and the keys of what it is about."""

    hit: Hit
    sentence: Span
    counts: tuple[Count, ...]
    matter: frozenset[str]

    def gives(self, figures: Sequence[Quantity]) -> bool:
        """Whether the sentence has one of these figures."""
        return any(count.figure.agrees(figure) for count in self.counts for figure in figures)


def contradicted(hits: Iterable[Hit]) -> frozenset[str]:
    """Return the ids of articles that are named as copies of a hit and have another figure in its words."""
    return frozenset(copy.id for hit in hits for copy in hit.also if _differs(hit, copy))


def with_contradictions(hits: Sequence[Hit], versions: Sequence[Hit]) -> list[Hit]:
    """Return the hits with the versions of their texts that contradict their figures, each right behind its hit.

    `versions` are passages of articles that the hits name as copies, best first. Every hit then names only the copies
    that say what it says.
    """
    if not versions:
        return list(hits)
    result: list[Hit] = []
    for hit in hits:
        others = _others(hit, versions)
        apart = {article.id for other in others for article in (other.passage.article, *other.also)}
        told = {one.passage.key for one in result}
        result.append(replace(hit, also=tuple(copy for copy in hit.also if copy.id not in apart)))
        result += [other for other in others if other.passage.key not in told]
    return result


def _others(hit: Hit, versions: Sequence[Hit]) -> list[Hit]:
    """Return the versions that contradict a hit, one for each figure, naming the others that give it as well."""
    best: dict[str, Hit] = {}
    for version in versions:
        if _names(hit, version) and _contradict(hit, version):
            best.setdefault(version.passage.article.id, version)
    found: list[Hit] = []
    for version in best.values():
        same = next((n for n, other in enumerate(found) if not _contradict(other, version)), None)
        if same is None:
            found.append(replace(version, also=()))
        else:
            found[same] = replace(found[same], also=(*found[same].also, version.passage.article))
    return found


def _names(hit: Hit, version: Hit) -> bool:
    return any(copy.id == version.passage.article.id for copy in hit.also)


def _contradict(hit: Hit, other: Hit) -> bool:
    return contradict(hit.passage.text, other.passage.text, hit.passage.article.language)


def _differs(hit: Hit, copy: Article) -> bool:
    return contradict(hit.passage.text, copy.text, hit.passage.article.language)


def with_another_figure(question: Question, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits, with one that gives another figure for the same fact among the first three, which agree on one.

    They agree where two articles give it and none of the three another that could stand in its place. Only questions
    that ask for a figure are looked at, in any language; nothing is concluded of who is right. Where it cannot be told
    that the other figure is for the same fact, nothing is moved.
    """
    first = hits[:FIRST]
    agreed = _agreed(first) if len(first) == FIRST and asks_for_a_figure(question.text) else []
    if not agreed:
        return tuple(hits)
    known = [told for hit in hits for told in _told(hit) if told.gives(agreed)]
    heard = {hit.passage.article.id for hit in first}
    around = [figure for hit in first for figure in _figures_around(hit)]
    for hit in hits[FIRST:]:
        if hit.score >= RELEVANT and hit.passage.article.id not in heard:
            for other, one in product(_told(hit), known):
                if _tells_otherwise(question, other, one, agreed, around):
                    return _among_the_first(hits, replace(hit, best_sentence=other.sentence))
    return tuple(hits)


def _told(hit: Hit) -> list[_Told]:
    """Return the sentences of a hit that have figures."""
    text, language = hit.passage.article.text, hit.passage.article.language
    counted = [(span, counts_in(span.of(text), language)) for span in hit.passage.sentences]
    return [_Told(hit, span, counts, matter(span.of(text), language)) for span, counts in counted if counts]


def _tells_otherwise(
    question: Question, other: _Told, one: _Told, agreed: Sequence[Quantity], around: Sequence[Quantity]
) -> bool:
    """Whether a sentence gives a figure that is not `around` for what another counts with a figure agreed on."""
    ours = [count for count in one.counts if not _is_new([count.figure], agreed)]
    theirs = [count for count in other.counts if _is_new([count.figure], around)]
    comparable = [(mine, new) for mine, new in product(ours, theirs) if _comparable(mine.figure, new.figure)]
    pairs = [(mine, new) for mine, new in comparable if not _knows(other.hit, mine.figure)]
    if any(_in_one_list(mine, new, one, other) for mine, new in pairs):
        return True
    return _is_of_the_same(one, other, question) and any(_counts_the_same(*pair, question) for pair in pairs)


def _knows(hit: Hit, figure: Quantity) -> bool:
    """Whether the article of a hit has a figure anywhere: then it does not contradict it."""
    article = hit.passage.article
    return not _is_new([figure], figures_in(article.text, article.language))


def _in_one_list(mine: Count, new: Count, one: _Told, other: _Told) -> bool:
    """Whether two sentences list the same figures but for these two, as reports of one vote do, in any language."""
    ours = [count.figure for count in one.counts if count is not mine]
    rest = [count.figure for count in other.counts if count is not new]
    return len(rest) >= _SAME_LIST and all(not _is_new([figure], ours) for figure in rest)


def _is_of_the_same(one: _Told, other: _Told, question: Question) -> bool:
    """Whether a sentence may be of what another is: a word in common, the same days, no less of what is asked for."""
    common = other.matter & (one.matter | matter(question.text, question.language))
    lacks_more = any(other.hit.signals.get(name, 0.0) > one.hit.signals.get(name, 0.0) for name in _LACKING)
    return len(common) >= _SAME_WORDS and not lacks_more and _is_near(one.hit, other.hit)


def _is_near(one: Hit, other: Hit) -> bool:
    day, other_day = one.passage.article.published, other.passage.article.published
    return day is None or other_day is None or abs(day - other_day) <= _SAME_NEWS


def _counts_the_same(mine: Count, new: Count, question: Question) -> bool:
    """Whether a figure counts what is asked for, and so does the other as far as its words tell."""
    asked = things_asked(question.text, question.language)
    return bool(new.thing) and mine.thing in ("", new.thing) and new.thing in asked


def _agreed(first: Sequence[Hit]) -> list[Quantity]:
    """Return the figures that the best hit answers with and another article gives, unless one answers with another."""
    best, *behind = first
    others = [hit for hit in behind if hit.passage.article.id != best.passage.article.id]
    given = [figure for hit in others for figure in _figures_around(hit)]
    agreed = [own for own in _figures_of(best) if not _is_new([own], given)]
    return [] if any(_gives_another(_figures_of(hit), agreed) for hit in others) else agreed


def _gives_another(figures: Sequence[Quantity], agreed: Sequence[Quantity]) -> bool:
    """Whether figures are none of those agreed on, and one could stand in the place of one of these."""
    return _is_new(figures, agreed) and any(
        _comparable(figure, known, _TIMES_IN_DOUBT) for figure in figures for known in agreed
    )


def _is_new(figures: Sequence[Quantity], known: Sequence[Quantity]) -> bool:
    return not any(figure.agrees(other) for figure in figures for other in known)


def _comparable(one: Quantity, other: Quantity, times: int = _TIMES_APART) -> bool:
    low, high = sorted((one.value, other.value))
    return one.unit == other.unit and high <= times * low


def _among_the_first(hits: Sequence[Hit], moved: Hit) -> tuple[Hit, ...]:
    """Return the hits with one of them as the third, or as the second where the third speaks for another side."""
    kept = [hit for hit in hits[:FIRST] if hit.other_side] or [hits[1]]
    leading = [hits[0], moved, *kept] if kept[0].other_side else [hits[0], *kept, moved]
    keys = {hit.passage.key for hit in leading}
    return (*leading, *(hit for hit in hits if hit.passage.key not in keys))


def _figures_of(hit: Hit) -> list[Quantity]:
    """Return the figures of the sentence that answers best."""
    article = hit.passage.article
    return figures_in(hit.best_sentence.of(article.text), article.language)


def _figures_around(hit: Hit) -> list[Quantity]:
    return figures_in(hit.passage.text, hit.passage.article.language)
