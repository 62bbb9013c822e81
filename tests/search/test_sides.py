"""Sides: whose word the first hits are, and what comes from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.model import Hit, Publisher
from bot.search.sides import RELEVANT, balanced
from tests.chat.render_samples import article, hit

KNOWN = {
    one.name: one
    for one in (
        Publisher("TASS", country="RU", ownership="state"),
        Publisher("RT", country="RU", ownership="state"),
        Publisher("Vedomosti", country="RU", ownership="private"),
        Publisher("Guardian", country="GB", ownership="private"),
        Publisher("Voice", country="US", ownership="state"),
        Publisher("Owner Hidden", country="GB"),
        Publisher("Quite Unknown"),
    )
}


def of(publisher: str | None, score: float = 0.7, also: tuple[str, ...] = (), **changes: Any) -> Hit:
    """Return a hit of a publisher, whose copies these others published."""
    copies = tuple(article(id=f"{name}-copy.md", publisher=name) for name in also)
    whose = article(id=f"{publisher}-{score}.md", publisher=publisher, **changes)
    return replace(hit(whose, also=copies), score=score)


def shown(*hits: Hit) -> tuple[list[str | None], list[str | None], bool]:
    """Return the publishers in the order shown, those that are marked, and whether one side stands alone."""
    ordered, alone = balanced(hits, KNOWN)
    names = [one.passage.article.publisher for one in ordered]
    return names, [one.passage.article.publisher for one in ordered if one.other_side], alone


STATE = (of("TASS", 0.8), of("RT", 0.75), of("TASS", 0.7), of("RT", 0.65))


def test_a_relevant_passage_from_elsewhere_is_the_third_and_marked() -> None:
    names, marked, alone = shown(*STATE, of("Guardian", 0.37))
    assert names == ["TASS", "RT", "Guardian", "TASS", "RT"]
    assert marked == ["Guardian"]
    assert not alone


@pytest.mark.parametrize("publisher", ["Vedomosti", "Voice", "Owner Hidden"])
def test_another_owner_or_another_country_is_elsewhere(publisher: str) -> None:
    """The state of another country, private media of the same one, and an unknown owner in another."""
    assert shown(*STATE, of(publisher, 0.5))[1] == [publisher]


@pytest.mark.parametrize("publisher", [None, "Nobody Heard Of", "Quite Unknown"])
def test_who_is_not_known_does_not_pass_for_another_side(publisher: str | None) -> None:
    names, marked, alone = shown(*STATE, of(publisher, 0.6))
    assert names[2] == "TASS"
    assert (marked, alone) == ([], False)


def test_nothing_from_elsewhere_leaves_one_side_alone_and_noise_does_not_count() -> None:
    assert shown(*STATE) == (["TASS", "RT", "TASS", "RT"], [], True)
    assert shown(*STATE, of("Guardian", 0.05))[1:] == ([], True)


def test_what_may_be_relevant_is_not_moved_but_nobody_stands_alone_either() -> None:
    assert shown(*STATE, of("Guardian", RELEVANT - 0.03))[1:] == ([], False)


def test_two_relevant_passages_of_one_side_before_noise_stand_alone() -> None:
    names, marked, alone = shown(of("TASS"), of("RT"), of("Guardian", 0.03))
    assert names == ["TASS", "RT", "Guardian"]
    assert (marked, alone) == ([], True)


def test_of_low_scores_those_about_as_good_as_the_best_are_relevant() -> None:
    """None reaches what is enough beside a good hit; who is shown second or third from elsewhere still counts."""
    for scores in ((0.22, 0.21, 0.20), (0.28, 0.27, 0.21)):
        state, wire, other = scores
        assert shown(of("TASS", state), of("RT", wire), of("Guardian", other)) == (
            ["TASS", "RT", "Guardian"],
            [],
            False,
        )
    assert shown(of("TASS", 0.28), of("Guardian", 0.22), of("RT", 0.21))[1:] == ([], False)


def test_of_low_scores_a_relevant_passage_from_elsewhere_is_moved_and_marked() -> None:
    hits = (of("TASS", 0.28), of("RT", 0.27), of("TASS", 0.26), of("RT", 0.25), of("Guardian", 0.2))
    names, marked, alone = shown(*hits)
    assert (names[2], marked, alone) == ("Guardian", ["Guardian"], False)


def test_of_low_scores_one_side_stands_alone_before_noise() -> None:
    assert shown(of("TASS", 0.28), of("RT", 0.27), of("TASS", 0.26), of("Guardian", 0.1))[1:] == ([], True)
    assert shown(of("TASS", 0.28), of("Guardian", 0.1), of("Voice", 0.09))[1:] == ([], True)


def test_of_low_scores_who_is_not_known_may_be_another() -> None:
    hits = (of("TASS", 0.28), of("RT", 0.27), of("TASS", 0.26), of("Nobody Heard Of", 0.2))
    assert balanced(hits, KNOWN) == (hits, False)


def test_a_hit_of_another_that_is_shown_is_enough_and_none_is_moved_for_it() -> None:
    """The Guardian's second passage scores below what is enough beside a good hit, but not beside this one."""
    hits = (of("TASS", 0.44), of("Guardian", 0.29), of("RT", 0.28), of("Guardian", 0.3))
    assert balanced(hits, KNOWN) == (hits, False)


def test_other_owners_among_the_first_three_leave_all_as_it_is() -> None:
    hits = (of("TASS"), of("Guardian"), of("RT"), of("Voice"))
    assert balanced(hits, KNOWN) == (hits, False)


def test_private_media_of_one_country_are_no_side() -> None:
    hits = (of("Guardian"), of("Guardian"), of("Guardian"), of("TASS"))
    assert balanced(hits, KNOWN) == (hits, False)


def test_an_agencys_text_is_the_word_of_its_state_whoever_prints_it() -> None:
    names, marked, alone = shown(of("TASS"), of("RT"), of("TASS"), of("Guardian", agency="TASS"))
    assert names[2] == "TASS"
    assert (marked, alone) == ([], True)


def test_a_text_that_others_published_as_well_is_no_sides_own() -> None:
    hits = (of("TASS", also=("Guardian",)), of("RT"), of("TASS"), of("Guardian"))
    assert balanced(hits, KNOWN) == (hits, False)


def test_a_text_of_the_side_that_others_copied_is_not_called_another() -> None:
    assert shown(*STATE, of("RT", 0.5, also=("Guardian",)))[1] == []


def test_no_hits_have_no_side() -> None:
    assert balanced((), KNOWN) == ((), False)
