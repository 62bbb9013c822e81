"""/sources, /source and the short forms of /article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.feeds.lookup import short_id
from tests.chat.conftest import ADMIN, labels
from tests.chat.fake_engine import HARBOUR, article

if TYPE_CHECKING:
    from tests.chat.conftest import World

Chat = dict[str, Any]


@pytest.fixture
def chat(world: World) -> Chat:
    """The private chat of a reader."""
    return dict(world.api.private(world.api.user("Ann", language_code="en")))


async def test_everybody_may_list_the_publishers_with_counts_and_dates(world: World, chat: Chat) -> None:
    """Most articles first; an unknown publisher is no publisher."""
    world.api.say("/sources", chat=chat)
    text = (await world.sent(chat))["text"]
    assert text.startswith("Publishers: 2\n")
    assert "Harbour Post: 2 articles, 1 to 4 March 2019" in text
    assert "Publisher unknown: 2 articles" in text


async def test_many_publishers_come_in_pages_by_button_and_by_command(world: World, chat: Chat) -> None:
    """The page is replaced where it stands; `/sources 2` does without buttons."""
    world.fake.articles = tuple(article(n, "The harbour opened.", publisher=f"Paper {n:02}") for n in range(45))
    world.api.say("/sources", chat=chat)
    first = await world.sent(chat)
    assert "Page 1 of 3. /sources 2 shows the next one." in first["text"]
    assert labels(first) == ["Next page"]
    world.api.press(first, text="Next page")
    second = await world.edited(chat)
    assert "Paper 20: 1 article" in second["text"]
    assert labels(second) == ["Previous page", "Next page"]
    world.api.say("/sources 3", chat=chat)
    assert "Page 3 of 3\n" in (await world.sent(chat, 2))["text"]
    world.api.say("/sources 99", chat=chat)
    assert "Page 1 of 3" in (await world.sent(chat, 3))["text"]


async def test_in_a_group_the_list_is_collapsed(world: World) -> None:
    """A long list does not push the conversation away."""
    world.api.user("Ann", language_code="en")
    group = dict(world.api.group("Readers"))
    world.api.say("/sources", chat=group)
    entities = (await world.sent(group))["entities"]
    assert "expandable_blockquote" in [one["type"] for one in entities]


async def test_a_publisher_is_told_about_with_its_newest_articles(world: World, chat: Chat) -> None:
    """Owner, country, what is not known, counts, dates and titles; short ids are for administrators."""
    world.api.say("/source radio NORTE", chat=chat)
    text = (await world.sent(chat))["text"]
    for said in (
        "Radio Norte\nOwner: state-owned\nCountry: Brazil\nWhere that is known from is not noted.",
        "In the collection: 2 articles, 2 March to 5 May 2019",
        "Of these in English: 2",
        "Newest articles:\n5 May 2019: Title 4",
    ):
        assert said in text
    assert short_id(HARBOUR[4].id) not in text


async def test_an_administrator_sees_the_short_forms(world: World) -> None:
    """They are what /article takes."""
    root = dict(world.api.private(world.api.user("Root", id=ADMIN, language_code="en")))
    world.api.say("/source radio norte", chat=root)
    assert f"Title 4 ({short_id(HARBOUR[4].id)})" in (await world.sent(root))["text"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/source", "Please add a name, for example: /source Harbour Post"),
        ("/source Harbour Pots", "No publisher of that name is known here. Similar names: Harbour Post"),
        ("/source qqqq", "No publisher of that name is known here. /sources lists those in the collection."),
        ("/source o", "Which one? Harbour Post, Radio Norte"),
    ],
)
async def test_a_name_that_is_not_clear_gets_a_sentence(world: World, chat: Chat, name: str, said: str) -> None:
    """With the nearest names where there are any."""
    world.api.say(name, chat=chat)
    assert (await world.sent(chat))["text"] == said


@pytest.mark.parametrize("command", ["/sources", "/source radio norte"])
async def test_without_a_snapshot_the_reader_is_told_to_wait(world: World, chat: Chat, command: str) -> None:
    """As for questions."""
    world.fake.articles = ()
    world.api.say(command, chat=chat)
    assert "still being prepared" in (await world.sent(chat))["text"]


@pytest.fixture
def corpus(world: World) -> None:
    """Two articles in the corpus folder."""
    folder = world.path / "corpus"
    folder.mkdir()
    for name in ("2019-05-02-bridge-closed", "2019-05-03-bridge-open"):
        head = f"title: Title of {name}\npublisher: The Example\ndate: 2019-05-02\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{head}---\nLorries waited.\n")


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("name", ["bridge-OPEN", "2019-05-03", short_id("2019-05-03-bridge-open.md")])
async def test_an_article_is_shown_by_a_part_of_its_name_or_its_short_form(world: World, name: str) -> None:
    """Under it stands the short form."""
    root = dict(world.api.private(world.api.user("Root", id=ADMIN, language_code="en")))
    world.api.say(f"/article {name}", chat=root)
    text = (await world.sent(root))["text"]
    assert "Title of 2019-05-03-bridge-open" in text
    assert text.endswith(f"Short form: /article {short_id('2019-05-03-bridge-open.md')}")


@pytest.mark.usefixtures("corpus")
async def test_a_part_of_several_names_is_asked_about(world: World) -> None:
    """With the short form of each."""
    root = dict(world.api.private(world.api.user("Root", id=ADMIN, language_code="en")))
    world.api.say("/article bridge", chat=root)
    text = (await world.sent(root))["text"]
    assert text.startswith("Several files fit.")
    assert f"{short_id('2019-05-02-bridge-closed.md')}: 2019-05-02-bridge-closed.md" in text
    world.api.say("/remove bridge", chat=root)
    assert (await world.sent(root, 2))["text"].startswith("Several files fit.")
