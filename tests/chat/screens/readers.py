"""What a reader sees in private, and in the list that opens while one types in any chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.chat.i18n import LANGUAGES, catalogue

if TYPE_CHECKING:
    from tests.chat.screens.stage import Person, Stage

MAIN: Final = {
    "en": "Who set the aid trucks on fire at the border?",
    "es": "¿Quién incendió los camiones de ayuda en la frontera?",
    "ru": "Кто поджёг грузовики с гуманитарной помощью на границе?",
    "pt": "Quem incendiou os caminhões de ajuda na fronteira?",
    "fr": "Qui a mis le feu aux camions d’aide à la frontière ?",
}
NAMES: Final = {"en": "Ann", "es": "Lucía", "ru": "Вера", "pt": "Rui", "fr": "Chloé"}


async def pages(stage: Stage) -> None:
    """Show what the bot says about itself, without a snapshot's words where they change with it."""
    ann = stage.person("Ann")
    stage.scene("Help", "In private the whole of it; in a group four lines.")
    await stage.says(ann, "/help")
    stage.scene("Privacy", "What is stored, and for how long, with the times that this bot is set to.")
    await stage.says(ann, "/privacy")


async def beginning(stage: Stage) -> None:
    """Show the first messages and the pages about the collection."""
    ann = stage.person("Ann")
    stage.scene("Start", "What a person sees who opens the private chat.")
    await stage.says(ann, "/start")
    stage.scene("About", "What the collection holds, and how old it is.")
    await stage.says(ann, "/about")


async def answers(stage: Stage) -> None:
    """Show one answer in five languages, and what its buttons lead to."""
    for language in LANGUAGES:
        reader = stage.person(NAMES[language], language)
        stage.scene(
            f"An answer in {catalogue('en').language_name(language)}",
            "Each passage: number, publisher and owner, date, then the words of the article. "
            "The best sentence is bold. Languages other than the reader’s are named.",
        )
        answer = (await stage.says(reader, MAIN[language])).answer
        if language == "en":
            await _from_an_answer(stage, reader, answer)


async def _from_an_answer(stage: Stage, ann: Person, answer: dict[str, object]) -> None:
    stage.scene("More passages", "They come as a message of their own. The button is then gone. Without it: /more")
    await stage.taps(ann, answer, "More")
    stage.scene("Context", "The text around a passage. Without the button: /context and the passage’s number.")
    await stage.taps(ann, answer, "Context 2")
    stage.scene("Thanks", "A reaction says enough; there is no message.")
    await stage.says(ann, "Thank you!")


async def without_evidence(stage: Stage) -> None:
    """Show what is said where nothing answers."""
    ann = stage.person("Ann")
    stage.scene(
        "No evidence",
        "The bot says so, and what it holds. The nearest passages come when they are asked for. "
        "Without the button: /nearest",
    )
    answer = (await stage.says(ann, "Which team won the baseball championship in Maracaibo?")).answer
    await stage.taps(ann, answer, "Nearest passages")
    stage.scene("Not a question", "Greetings, wishes and empty messages get a sentence and an example.")
    await stage.says(ann, "Hello!")
    await stage.says(ann, "Write me a poem about the sea")
    await stage.says(ann, "🙃")


async def narrowing(stage: Stage) -> None:
    """Show dates that are understood, limits set by buttons and words, and follow-up questions."""
    ann = stage.person("Ann")
    stage.scene("A date", "What was understood stands under the answer. One tap removes it. In words: /only all")
    dated = (await stage.says(ann, "What happened in Caracas on 30 April 2019?")).answer
    await stage.taps(ann, dated, "All dates")
    stage.scene(
        "Narrowing by buttons", "The choices take the place of the buttons, and the answer that of the message."
    )
    answer = (await stage.says(ann, MAIN["en"])).answer
    for label in ("Narrow", "Language", "In Spanish"):
        await stage.taps(ann, answer, label)
    await stage.taps(ann, answer, "All languages")
    stage.scene("Narrowing by words", "In reply to an answer, or in private right after it: /only and the limit.")
    await stage.says(ann, "/only in Russian")
    await stage.says(ann, "/only before 1 March 2019")
    await stage.says(ann, "/only all")
    stage.scene("A follow-up question", "It takes the earlier question along, for a limited time, and says so.")
    first = (await stage.says(ann, "What did Russia say about sanctions in January 2019?")).answer
    await stage.says(ann, "and in March?", how="replies to the answer", reply_to=first)
    stage.scene("An edited question", "The answer changes where it stands.")
    asked = await stage.says(ann, "Who met in Brbados for talks?")
    await stage.edits(ann, asked.said, "Who met in Oslo for talks?")


async def inline(stage: Stage) -> None:
    """Show the list that opens while one types in any chat."""
    ann = stage.person("Ann")
    stage.scene("In any chat", "The bot need not be in it. A tap on a passage sends it, with its source.")
    await stage.types_inline(ann, "who burned the aid trucks")
    stage.scene("Nothing found in any chat", "The button above the list opens the private chat.")
    await stage.types_inline(ann, "recipe for pancakes with blueberries")


async def overviews(stage: Stage) -> None:
    """Show timelines, comparisons and publishers."""
    ann = stage.person("Ann")
    stage.scene("Timeline", "The days in order, with a chart. The chart’s numbers stand in words, too.")
    shown = (await stage.says(ann, "/timeline talks in Oslo")).answer
    stage.scene("Comparison", "What publishers of different owners and countries say, side by side and dated.")
    await stage.taps(ann, shown, "By owner")
    await stage.says(ann, "/compare aid trucks on fire at the border")
    stage.scene("Publishers", "All of them, and what is known about one and where that is known from.")
    await stage.says(ann, "/sources")
    await stage.says(ann, "/source TASS")
    await stage.says(ann, "/source Post")


async def settings(stage: Stage) -> None:
    """Show a person's settings, each choice once."""
    ann = stage.person("Ann")
    stage.scene("Settings of a person", "One message for all of them. Each can be changed in words, too.")
    shown = (await stage.says(ann, "/settings")).answer
    for label in ("Language", "Passage languages", "Passages", "Left out", "Default period"):
        await stage.taps(ann, shown, label)
        await stage.taps(ann, shown, "All settings")
    await stage.taps(ann, shown, "Quiet hours")
    await stage.taps(ann, shown, "Time zone")
    await stage.taps(ann, shown, "All settings")
    await stage.taps(ann, shown, "Reset all")
    await stage.says(ann, "/settings hits 5")
    await stage.says(ann, "/settings leave out TASS")


async def feedback(stage: Stage) -> None:
    """Show votes and the question of agreement, and the erasing of everything."""
    ann = stage.person("Ann")
    stage.scene("A vote", "Two buttons. Whether the question may be kept is asked once. In words: /feedback yes")
    answer = (await stage.says(ann, MAIN["en"])).answer
    asked = await stage.taps(ann, answer, "This answers it")
    await stage.taps(ann, asked, "Yes, keep my question")
    await stage.says(ann, "/feedback no", how="replies to the answer", reply_to=answer)
    stage.scene("Forget", "Everything about the person is erased at once.")
    await stage.says(ann, "/forget")
    await stage.taps(ann, answer, "More")


async def limits(stage: Stage) -> None:
    """Show the sentence for too many questions; the stage's bot must let one a minute in."""
    max_ = stage.person("Max")
    stage.scene("Too many questions", "One sentence, and then silence until there is room again.")
    await stage.says(max_, "Who met in Oslo for talks?")
    await stage.says(max_, "And who met in Barbados?")
    await stage.says(max_, "Who burned the trucks?", silent=True)
