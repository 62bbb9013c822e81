"""How many independent publishers stand behind passages: agencies and owners count once, copies are either's."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Hit, Publisher
from bot.search.independence import Independent, independent, origins
from tests.chat.render_samples import article, hit

KNOWN = {
    one.name: one
    for one in (
        Publisher("RT", owner="TV-Novosti"),
        Publisher("RT en Español", owner="TV-Novosti"),
        Publisher("TASS", owner="TASS"),
        Publisher("ТАСС", owner="TASS"),
        Publisher("Guardian"),
    )
}


def of(publisher: str | None, agency: str | None = None, also: tuple[str, ...] = ()) -> Hit:
    """Return a hit of a publisher, whose copies these others published."""
    copies = tuple(article(id=f"{name}-copy.md", publisher=name) for name in also)
    return hit(article(id=f"{publisher}.md", publisher=publisher, agency=agency), also=copies)


def known_as(name: str | None) -> Publisher | None:
    """Return what is known of a publisher."""
    return KNOWN.get(name or "")


def count(*hits: Hit) -> tuple[int, bool]:
    """Return how many publishers stand behind hits, and whether all are known."""
    found = independent(hits, known_as)
    return found.known, found.all_known


def test_publishers_of_one_owner_are_one_voice() -> None:
    assert count(of("RT"), of("RT en Español"), of("Guardian")) == (2, True)
    assert count(of("TASS"), of("ТАСС")) == (1, True)


def test_an_agencys_text_counts_once_whoever_prints_it_and_by_its_owner() -> None:
    assert count(of("Guardian", "AFP"), of("Voice", "AFP"), of("AFP")) == (1, True)
    assert count(of("Guardian", "TASS"), of("ТАСС")) == (1, True)


def test_an_agency_that_one_copy_credits_stands_behind_all() -> None:
    credited = article(id="credited.md", publisher="Post", agency="Reuters")
    plain = replace(of("Guardian"), also=(credited,))
    assert origins(plain, known_as) == {"reuters"}
    assert count(plain, of("Voice", "Reuters")) == (1, True)


def test_a_text_that_two_have_is_eithers() -> None:
    """Where neither credits the other: it takes the fewest to have written all."""
    assert count(of("Post", also=("Reuters",)), of("Reuters")) == (1, True)
    assert count(of("Post", also=("Reuters",)), of("Reuters"), of("Post")) == (2, True)
    assert count(of("Post", also=("Reuters",)), of("Guardian")) == (2, True)


def test_the_unknown_count_for_nothing_and_are_said_to_be_unknown() -> None:
    assert count(of(None), of("Guardian")) == (1, False)
    assert count(of(None)) == (0, False)
    assert count(of(" \u200b "), of("Guardian")) == (1, False)
    assert count() == (0, True)


@given(st.lists(st.sets(st.sampled_from("abcde"), min_size=1, max_size=3), max_size=6))
def test_never_fewer_than_could_have_written_all(texts: list[set[str]]) -> None:
    """And no more than there are names or texts; order plays no part."""
    hits = [of(first, also=tuple(rest)) for first, *rest in map(sorted, texts)]
    found = independent(hits, known_as)
    names = sorted(set().union(*texts))
    fewest = next(
        size
        for size in range(len(names) + 1)
        if any(all(text & set(some) for text in texts) for some in itertools.combinations(names, size))
    )
    assert fewest <= found.known <= min(len(names), len(texts))
    assert found == independent(hits[::-1], known_as) == Independent(found.known, all_known=True)
