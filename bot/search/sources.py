"""Which publisher a reader means by a name."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.index.tokens import fold, key, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model import Source

    Match = Callable[[Source], bool]

_MOST_NAMES = 8  # that are offered instead of one that is not clear
# Similarity of two folded names (difflib's ratio) from which one may be a slip of the other: "Sputnk", "Telesur".
_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: one publisher, with others of a like name; or only the others.

    `alike` tells that the name fits none of the others, and only resembles theirs.
    """

    source: Source | None
    others: tuple[Source, ...] = ()
    alike: bool = False


def find_source(name: str, known: Sequence[Source]) -> Named:
    """Return whom a reader means by a name, without regard to case, accents and script; by a part of it or a domain.

    The first way to read the name that anybody fits decides: the whole name, the domain, the whole name in another
    script, all its words, a part. Where several fit, or nobody does, those with a like name are named.
    """
    wanted = fold(name).strip()
    named = [source for source in known if source.publisher.name]
    ways = [[source for source in named if fits(source)] for fits in _ways(wanted)]
    best = next((found for found in ways if found), [])
    fitting = {source.publisher.name: source for found in ways for source in found}
    if len(best) == 1:
        del fitting[best[0].publisher.name]
        return Named(best[0], tuple(fitting.values())[:_MOST_NAMES])
    if best:
        return Named(None, tuple(fitting.values())[:_MOST_NAMES])
    return Named(None, _alike(wanted, named), alike=True)


def _ways(wanted: str) -> tuple[Match, ...]:
    """Return the ways to read a folded name, the strictest first."""
    spelt, sound = words(wanted), _sound(wanted)
    if not spelt:
        return ()
    return (
        lambda source: fold(source.publisher.name) == wanted or words(source.publisher.name) == spelt,
        lambda source: wanted.removeprefix("www.") == (source.publisher.domain or ""),
        lambda source: _sound(source.publisher.name) == sound,
        lambda source: set(spelt) <= set(words(source.publisher.name)),
        lambda source: wanted in fold(source.publisher.name) or wanted in (source.publisher.domain or ""),
        lambda source: set(sound) <= set(_sound(source.publisher.name)),
    )


def _sound(name: str) -> tuple[str, ...]:
    """Return a name's words as they sound in any script, "the" left out: РИА Новости and RIA Novosti are one.

    Names are no Russian words to be stemmed, so every word is taken for a foreign one.
    """
    return tuple(key(word, "en") for word in words(name) if word != "the")


def _alike(wanted: str, named: Sequence[Source]) -> tuple[Source, ...]:
    by_name: dict[str, Source] = {}
    for source in named:
        for written in (
            fold(source.publisher.name),
            source.publisher.domain or "",
            " ".join(_sound(source.publisher.name)),
        ):
            by_name.setdefault(written, source)
    close = difflib.get_close_matches(wanted, by_name, n=_MOST_NAMES, cutoff=_LIKE)
    close += difflib.get_close_matches(" ".join(_sound(wanted)), by_name, n=_MOST_NAMES, cutoff=_LIKE)
    return tuple({by_name[written].publisher.name: by_name[written] for written in close}.values())[:_MOST_NAMES]
