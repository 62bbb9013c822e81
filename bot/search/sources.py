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
_SOUNDS_LIKE = 0.8  # the same of how they sound: only the beginnings of words, of which short ones are soon alike


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
    written: dict[str, Source] = {}
    heard: dict[str, Source] = {}
    for source in named:
        written.setdefault(fold(source.publisher.name), source)
        written.setdefault(source.publisher.domain or "", source)
        heard.setdefault(" ".join(_sound(source.publisher.name)), source)
    close = difflib.get_close_matches(wanted, written, n=_MOST_NAMES, cutoff=_LIKE)
    sounding = difflib.get_close_matches(" ".join(_sound(wanted)), heard, n=_MOST_NAMES, cutoff=_SOUNDS_LIKE)
    found = [written[name] for name in close] + [heard[sound] for sound in sounding]
    return tuple({source.publisher.name: source for source in found}.values())[:_MOST_NAMES]
