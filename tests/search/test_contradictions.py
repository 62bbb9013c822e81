"""Contradictions: a copy that gives another figure is shown beside the hit, not hidden behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.model import Hit, Question
from bot.search.contradictions import contradicted, with_another_figure, with_contradictions
from bot.search.engine import Engine
from tests.chat.render_samples import article, hit, passage
from tests.corpora import ARTICLES, NOW, small_world, write_article

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Article

QUESTION = "How many dead did rescue teams count in Belmora by nightfall?"


def _asked(folder: Path, *tolls: str) -> list[tuple[str, set[str]]]:
    """Return the hits' articles with what they name as copies, where more copies say `tolls` for 142."""
    world = small_world(folder)
    head, text = ARTICLES["en/copy.md"]
    for number, toll in enumerate(tolls):
        other = head.replace("Northern Mail", f"Harbour Post {number}")
        write_article(world.corpus, f"en/more{number}.md", other, text.replace("142", toll))
    world.build()
    engine = Engine(world.index, world.encoder, world.config)
    engine.refresh()
    hits = engine.ask(QUESTION, now=NOW).hits
    return [(hit.passage.article.id, {copy.id for copy in hit.also}) for hit in hits]


def test_copies_that_agree_are_one_hit(tmp_path: Path) -> None:
    found = _asked(tmp_path, "142")
    copies = {"en/burst.md", "en/copy.md", "en/more0.md"}
    shown = [(article, also) for article, also in found if article in copies]
    assert [{article} | also for article, also in shown] == [copies]


def test_copies_with_another_figure_are_one_hit_of_their_own(tmp_path: Path) -> None:
    found = _asked(tmp_path, "118", "118")
    copies = {"en/burst.md", "en/copy.md", "en/more0.md", "en/more1.md"}
    shown = [(place, {article} | also) for place, (article, also) in enumerate(found) if article in copies]
    assert sorted(sorted(version) for _, version in shown) == [
        ["en/burst.md", "en/copy.md"],
        ["en/more0.md", "en/more1.md"],
    ]
    assert shown[1][0] - shown[0][0] == 1


LEAD = "A fuel depot near the port exploded on Tuesday, killing four dock workers and injuring 13 others."
REST = "The depot held 40,000 barrels of gasoline and a pump had been under repair since the week before."


def _version(publisher: str, injured: str = "13") -> Article:
    return article(f"{LEAD.replace('13', injured)} {REST}", id=f"{publisher}.md", publisher=publisher)


def _lead(of: Article, *copies: Article) -> Hit:
    return Hit(found := passage(of, 0, of.text.index(" The depot")), 0.7, found.sentences[0], also=copies)


def _rest(of: Article, *copies: Article) -> Hit:
    return Hit(found := passage(of, of.text.index("The depot")), 0.4, found.sentences[0], also=copies)


def _told(hits: list[Hit]) -> list[tuple[str, int, set[str]]]:
    return [(one.passage.article.id, one.passage.span.start, {copy.id for copy in one.also}) for one in hits]


def test_a_second_passage_of_the_article_does_not_swallow_the_other_figure() -> None:
    """Where the words are the same the copies stay one hit; where the figures differ both are shown."""
    ours, theirs = _version("Post"), _version("Mail", "31")
    hits = [_lead(ours, theirs), _rest(ours, theirs)]
    assert contradicted(hits) == {"Mail.md"}
    start = ours.text.index("The depot")
    assert _told(with_contradictions(hits, [_lead(theirs), _rest(theirs)])) == [
        ("Post.md", 0, set()),
        ("Mail.md", 0, set()),
        ("Post.md", start, {"Mail.md"}),
    ]


def test_each_figure_is_one_hit_that_names_all_who_give_it() -> None:
    ours = _version("Post")
    others = [_version("Mail", "31"), _version("Voice", "31"), _version("Times", "15"), _version("Globe")]
    hits = [_lead(ours, *others)]
    assert contradicted(hits) == {"Mail.md", "Voice.md", "Times.md"}
    assert _told(with_contradictions(hits, [_lead(one) for one in others])) == [
        ("Post.md", 0, {"Globe.md"}),
        ("Mail.md", 0, {"Voice.md"}),
        ("Times.md", 0, set()),
    ]


def test_no_copy_is_named_twice_and_none_is_lost() -> None:
    ours, same, other = _version("Post"), _version("Globe"), _version("Mail", "31")
    hits = with_contradictions([_lead(ours, same, other), _rest(ours, same, other)], [_lead(other), _rest(other)])
    assert all(len(one.also) == len({copy.id for copy in one.also}) for one in hits)
    assert {one.passage.article.id for one in hits} == {"Post.md", "Mail.md"}


def _saying(sentence: str, language: str, score: float = 0.7, number: int = 0) -> Hit:
    of = article(sentence, id=f"{language}{number}-{score}.md", language=language)
    return replace(hit(of, sentence=0), score=score)


FOUR = (
    _saying("Four people died in the explosion.", "en"),
    _saying("La explosión dejó 4 muertos.", "es"),
    _saying("При взрыве погибли четыре человека.", "ru"),
    _saying("A explosão matou quatro pessoas.", "pt"),
)
SEVEN = _saying("Le bilan de l'explosion est de sept morts.", "fr", 0.5)
HOW_MANY = "How many people died in the explosion?"


def _places(question: str, *hits: Hit) -> list[int]:
    ordered = with_another_figure(Question(question, "en"), hits)
    return [hits.index(one) for one in ordered]


@pytest.mark.parametrize(
    "question",
    [HOW_MANY, "¿Cuántos muertos hubo?", "Сколько человек погибло?", "Quantos morreram?", "Combien de morts ?"],
)
def test_another_figure_is_among_the_first_three_where_these_agree(question: str) -> None:
    assert _places(question, *FOUR, SEVEN) == [0, 1, 4, 2, 3]


@pytest.mark.parametrize(
    ("question", "hits"),
    [
        ("What exploded?", (*FOUR, SEVEN)),
        (HOW_MANY, FOUR),
        (HOW_MANY, (*FOUR, replace(SEVEN, score=0.1))),
        (HOW_MANY, (*FOUR, _saying("40,000 barrels burned in the explosion.", "en", number=1))),
        (HOW_MANY, (*FOUR, _saying("The explosion of 30 April 2019 shook a city.", "en", number=1))),
        (HOW_MANY, (FOUR[0], SEVEN, FOUR[1], _saying("Nine people died.", "en", number=1))),
        (
            HOW_MANY,
            (FOUR[0], _saying("Many people died.", "en", number=2), _saying("Who died?", "en", number=3), SEVEN),
        ),
        (HOW_MANY, FOUR[:2]),
    ],
    ids=["no figure asked", "all agree", "not relevant", "another thing", "a date", "two already", "one alone", "two"],
)
def test_without_a_figure_that_differs_from_two_others_nothing_moves(question: str, hits: tuple[Hit, ...]) -> None:
    assert _places(question, *hits) == list(range(len(hits)))


def _dated(of: Hit, day: date | None) -> Hit:
    return replace(of, passage=replace(of.passage, article=replace(of.passage.article, published=day)))


@pytest.mark.parametrize(
    "other",
    [
        _saying("Le bilan de l'explosion est de sept blessés.", "fr", 0.5),
        _saying("L'explosion a fait trente morts.", "fr", 0.5),
        _saying("Une avalanche a fait sept morts.", "fr", 0.5),
        _saying("L'explosion a fait sept morts. Quatre morts, disait-on avant.", "fr", 0.5),
        _saying("L'explosion a brisé sept vitres, et les morts sont au cimetière.", "fr", 0.5),
        replace(SEVEN, signals={"missing names": 2.0}),
        replace(SEVEN, signals={"missing countries": 0.5}),
        _dated(SEVEN, date(2019, 7, 1)),
    ],
    ids=["hurt", "far more", "another event", "both", "another clause", "a name", "a country", "weeks later"],
)
def test_a_figure_that_may_be_of_something_else_is_not_moved(other: Hit) -> None:
    assert _places(HOW_MANY, *FOUR, other) == [0, 1, 2, 3, 4]


def test_a_report_without_a_date_may_be_of_the_same_days() -> None:
    assert _places(HOW_MANY, *FOUR, _dated(SEVEN, None)) == [0, 1, 4, 2, 3]


def test_what_is_asked_for_is_what_another_figure_must_count() -> None:
    """All agree on the hurt; the question is how many died."""
    fewer = _saying("The explosion injured 25 people.", "en", 0.5)
    agreed = [_saying("The explosion injured 30 people.", "en", number=number) for number in (1, 2, 3)]
    assert _places(HOW_MANY, *agreed, fewer) == [0, 1, 2, 3]
    assert _places("How many people were hurt in the explosion?", *agreed, fewer) == [0, 1, 3, 2]


def test_what_the_agreed_figure_counts_is_what_another_must_count() -> None:
    """All agree on the dead; the question is how many were hurt."""
    agreed = [_saying("The explosion killed 30 people.", "en", number=number) for number in (1, 2, 3)]
    other = _saying("The explosion injured 25 people.", "en", 0.5)
    assert _places("How many people were hurt in the explosion?", *agreed, other) == [0, 1, 2, 3]


def test_what_one_of_the_first_three_says_as_well_is_not_shown_again() -> None:
    both = _saying("Four people died in the explosion. First reports spoke of seven.", "en", number=4)
    assert _places(HOW_MANY, FOUR[0], FOUR[1], both, SEVEN) == [0, 1, 2, 3]


def test_they_do_not_agree_where_the_third_gives_far_more() -> None:
    more = _saying("The explosion killed thirty people.", "en", number=5)
    assert _places(HOW_MANY, FOUR[0], FOUR[1], more, SEVEN) == [0, 1, 2, 3]


def test_a_noun_that_two_languages_share_says_what_is_counted() -> None:
    """The table has no refugees; migrants are not taken for them."""
    told = "The number of refugees has reached four million, the agency said."
    agreed = [_saying(told, "en", number=number) for number in (1, 2, 3)]
    other = _saying("Selon l'agence, la crise a fait 3,5 millions de réfugiés.", "fr", 0.5)
    migrants = _saying("Selon l'agence, la crise a fait 3,5 millions de migrants.", "fr", 0.5)
    assert _places("How many refugees are there?", *agreed, other) == [0, 1, 3, 2]
    assert _places("How many refugees are there?", *agreed, migrants) == [0, 1, 2, 3]


VOTES = (
    _saying("Belmora won its seat on the harbour council with 61 votes.", "en", number=1),
    _saying("Anverra teve 88 votos, Belmora 61 e Corvan, que perdeu, 40.", "pt"),
    _saying("Belmora obtuvo 61 votos en la asamblea.", "es"),
    _saying("Par 19 voix contre 7, le conseil du port condamne Belmora.", "fr", 0.6),
)
RECOUNT = _saying(
    "La asamblea eligió a dos. Anverra sumó 88 apoyos, Belmora 62 y Corvan, con 40, quedó fuera.", "es", 0.4
)


def test_one_other_figure_in_the_same_list_is_found_behind_the_best_sentence_and_shown() -> None:
    """The sentence names no votes; a vote on something else, of other numbers, stays where it is."""
    ordered = with_another_figure(Question("How many votes did Belmora get?", "en"), [*VOTES, RECOUNT])
    moved = ordered[2].passage
    assert [one.passage.key for one in ordered] == [
        one.passage.key for one in (VOTES[0], VOTES[1], RECOUNT, VOTES[2], VOTES[3])
    ]
    assert "Belmora 62" in ordered[2].best_sentence.of(moved.article.text)


@pytest.mark.parametrize(
    "text",
    [
        "Anverra sumó 70 apoyos, Belmora 62 y Corvan 40.",
        "Belmora 62, Corvan 40.",
        "Anverra 88, Belmora 62, Durran 40, Esk 12.",
    ],
    ids=["two differ", "too short", "one more"],
)
def test_a_list_that_differs_in_more_than_one_figure_is_another(text: str) -> None:
    assert _places("How many votes did Belmora get?", *VOTES, _saying(text, "es", 0.4)) == [0, 1, 2, 3, 4]


def test_they_agree_where_the_figure_is_only_in_the_passage_of_another() -> None:
    behind = _saying("The assembly met on the quay. Belmora got 61 votes there.", "en", number=2)
    first = (VOTES[0], behind, replace(behind, passage=replace(behind.passage, key="k")), VOTES[1])
    found = with_another_figure(Question("How many votes did Belmora get?", "en"), [*first, RECOUNT])
    assert found[2].passage.key == RECOUNT.passage.key


def test_another_figure_leaves_the_other_side_its_place() -> None:
    hits = (FOUR[0], FOUR[1], replace(FOUR[2], other_side=True), FOUR[3], SEVEN)
    assert _places(HOW_MANY, *hits) == [0, 4, 2, 1, 3]
