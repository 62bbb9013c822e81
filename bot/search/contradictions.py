"""Contradictions: another figure for the same thing is shown beside the first one, never hidden behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.search.figures import asks_for_a_figure, contradict, figures_in
from bot.search.sides import FIRST, RELEVANT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Article, Hit, Question
    from bot.search.quantities import Quantity

# Two figures for one thing are seldom further apart; further apart they count other things (dead and barrels).
_TIMES_APART = 10


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
    """Return the hits, with one that gives another figure among the first three where these agree on one.

    They agree where two articles give it and none of the three another that could stand in its place. Only questions
    that ask for a figure are looked at, in any language; nothing is concluded of who is right.
    """
    first = hits[:FIRST]
    if len(first) < FIRST or not asks_for_a_figure(question.text):
        return tuple(hits)
    agreed = _agreed(first)
    around = [figure for hit in first for figure in figures_in(hit.passage.text, hit.passage.article.language)]
    heard = {hit.passage.article.id for hit in first}
    for place, hit in enumerate(hits[FIRST:], start=FIRST):
        figures = _figures_of(hit)
        is_another = hit.score >= RELEVANT and hit.passage.article.id not in heard
        if is_another and _gives_another(figures, agreed) and _is_new(figures, around):
            return _among_the_first(hits, place)
    return tuple(hits)


def _agreed(first: Sequence[Hit]) -> list[Quantity]:
    """Return the figures of the best hit that another article gives as well, unless one of them gives another."""
    best, *behind = first
    others = [_figures_of(hit) for hit in behind if hit.passage.article.id != best.passage.article.id]
    agreed = [own for own in _figures_of(best) if any(own.agrees(one) for figures in others for one in figures)]
    return [] if any(_gives_another(figures, agreed) for figures in others) else agreed


def _gives_another(figures: Sequence[Quantity], agreed: Sequence[Quantity]) -> bool:
    """Whether figures are none of those agreed on, and one could stand in the place of one of these."""
    return _is_new(figures, agreed) and any(_comparable(figure, known) for figure in figures for known in agreed)


def _is_new(figures: Sequence[Quantity], known: Sequence[Quantity]) -> bool:
    return not any(figure.agrees(other) for figure in figures for other in known)


def _comparable(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one.value, other.value))
    return one.unit == other.unit and high <= _TIMES_APART * low


def _among_the_first(hits: Sequence[Hit], place: int) -> tuple[Hit, ...]:
    """Return the hits with that of a place as the third, or the second where the third speaks for another side."""
    kept = [hit for hit in hits[:FIRST] if hit.other_side] or [hits[1]]
    leading = [hits[0], hits[place], *kept] if kept[0].other_side else [hits[0], *kept, hits[place]]
    keys = {hit.passage.key for hit in leading}
    return (*leading, *(hit for hit in hits if hit.passage.key not in keys))


def _figures_of(hit: Hit) -> list[Quantity]:
    article = hit.passage.article
    return figures_in(hit.best_sentence.of(article.text), article.language)
