"""Articles by an administrator's hand: a file or an address sent in private, /sources, /article and /remove."""

from __future__ import annotations

import asyncio
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.chat import admin, ask, outbox, render_desk
from bot.chat.addressed import is_private, question_of_command
from bot.chat.desk_values import WrongValueError, changed
from bot.chat.drafts import Draft
from bot.chat.remembered import new_token
from bot.chat.render import not_administrator
from bot.chat.replying import reply, typing
from bot.errors import ArticleError, NoSnapshotError
from bot.feeds.articles import find_article
from bot.feeds.naming import publishers_file
from bot.feeds.worker import Job
from bot.model import Article

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.drafts import Asked
    from bot.chat.i18n import Catalogue
    from bot.chat.screen import Screen
    from bot.feeds.worker import Found, Piece

_LOG = logging.getLogger(__name__)
MAX_FILE = 20 * 1024 * 1024
"""Bytes; Telegram's limit for what a bot may download from its cloud."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_COPIES_ASKED = 5  # of the nearest articles, compared with the new one


async def by_file(update: Update, context: Context) -> None:
    """Read a file that an administrator sends; anybody else's is what it always was: its caption, or nothing."""
    message = update.message
    if message is None or message.document is None:
        return
    if not context.is_admin(message.from_user):
        await (ask.by_message if message.caption else ask.invite)(update, context)
        return
    if not await ask.is_admitted(context, message):
        return
    ui, document = context.ui(message.from_user), message.document
    if (document.file_size or 0) > MAX_FILE:
        await reply(context, message, render_desk.sentence(ui, "draft-too-large"))
        return
    async with typing(context, message):
        file = await context.bot.get_file(document)
        data = bytes(await file.download_as_bytearray())
        screen = await _understand(context, message, _job(context, document.file_name or "file"), data)
    await reply(context, message, screen)


async def by_text(update: Update, context: Context) -> None:
    """Take an administrator's text for an address or for what the bot asked; everything else is a question."""
    message = update.message
    if message is None:
        return
    text = (message.text or "").strip()
    if not context.is_admin(message.from_user):
        await ask.by_message(update, context)
    elif _ADDRESS.fullmatch(text):
        if await ask.is_admitted(context, message):
            await _by_address(context, message, text)
    elif (asked := await context.services.drafts.asked(message.chat_id)) is not None:
        await _take_value(context, message, text, asked)
    else:
        await ask.by_message(update, context)


async def sources(update: Update, context: Context) -> None:
    """List the publishers of the collection."""
    message = update.message
    if message is None or not await admin.is_allowed(context, message):
        return
    ui, coverage = context.ui(message.from_user), context.services.engine.coverage
    screen = render_desk.sources(ui, coverage.publishers) if coverage else render_desk.sentence(ui, "no-snapshot")
    await reply(context, message, screen)


async def article(update: Update, context: Context) -> None:
    """Show one article of the corpus folder."""
    message = update.message
    if message is not None and await _is_allowed_here(context, message):
        shown = await _shown(context, message)
        await reply(context, message, shown[0])


async def remove(update: Update, context: Context) -> None:
    """Ask whether one article is really to be taken out."""
    message = update.message
    if message is None or not await _is_allowed_here(context, message):
        return
    screen, article_id = await _shown(context, message)
    if article_id:
        token, now = new_token(), context.services.clock()
        await context.services.drafts.keep(token, message.chat_id, Draft(article_id=article_id), now)
        screen = render_desk.removal(context.ui(message.from_user), token, screen)
    await reply(context, message, screen)


async def _is_allowed_here(context: Context, message: Message) -> bool:
    """Tell whether articles may be shown: to an administrator, in private."""
    if not await admin.is_allowed(context, message):
        return False
    if not is_private(message):
        await reply(context, message, not_administrator(context.ui(message.from_user)))
        return False
    return True


async def _shown(context: Context, message: Message) -> tuple[Screen, str]:
    """Return an article's screen and its id; a sentence and no id where there is none."""
    ui = context.ui(message.from_user)
    name = question_of_command(message, context.me)
    if not name:
        return render_desk.sentence(ui, "draft-name-missing"), ""
    corpus = Path(context.services.config.corpus.path)
    try:
        path = await asyncio.to_thread(find_article, corpus, name)
        article_id = path.relative_to(corpus).as_posix()
        pieces = await asyncio.to_thread(_read_path, context, article_id, path)
    except ArticleError as error:
        return render_desk.unreadable(ui, error.reason), ""
    first = next((piece for piece in pieces if piece.article), None)
    if first is None or first.article is None:
        return render_desk.unreadable(ui, pieces[0].reason if pieces else "empty"), article_id
    return render_desk.article(ui, article_id, first.article, first.passages), article_id


def _read_path(context: Context, article_id: str, path: Path) -> list[Piece]:
    """Read a file of the corpus; blocks. Raises ArticleError."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise ArticleError(article_id, f"larger than {MAX_FILE:,} bytes; it can't be shown here")
        return context.services.reader.read(_job(context, article_id), path.read_bytes())
    except OSError as error:
        raise ArticleError(article_id, f"can't be read: {error.strerror}") from error


async def _by_address(context: Context, message: Message, address: str) -> None:
    ui = context.ui(message.from_user)
    async with typing(context, message):
        try:
            got = await context.services.fetcher.get(address)
        except ArticleError as error:
            screen = render_desk.unreadable(ui, error.reason)
        else:
            job = _job(context, address, url=got.address, charset=got.charset)
            screen = await _understand(context, message, job, got.body)
    await reply(context, message, screen)


def _job(context: Context, name: str, *, url: str | None = None, charset: str | None = None) -> Job:
    config = context.services.config
    return Job(
        name,
        "file",
        url=url,
        charset=charset,
        today=context.services.clock().date(),
        publishers=str(publishers_file(config.corpus)),
        words=config.passages.words,
        max_words=config.passages.max_words,
    )


async def _understand(context: Context, message: Message, job: Job, data: bytes) -> Screen:
    """Read what was sent, keep it as a draft, and return what to show."""
    ui, services = context.ui(message.from_user), context.services
    try:
        pieces = await asyncio.to_thread(services.reader.read, job, data)
    except ArticleError as error:
        return render_desk.unreadable(ui, error.reason)
    read = [piece for piece in pieces if piece.article is not None]
    articles = tuple(piece.article for piece in read if piece.article is not None)
    if not articles:
        return render_desk.unreadable(ui, pieces[0].reason if pieces else "empty")
    copies = await services.work(_copies, context, articles[0]) if len(articles) == 1 else ()
    draft = Draft(articles, read[0].passages, len(pieces) - len(read), copies)
    return await _keep(context, message, ui, new_token(), draft)


async def _keep(context: Context, message: Message, ui: Catalogue, token: str, draft: Draft) -> Screen:
    await context.services.drafts.keep(token, message.chat_id, draft, context.services.clock())
    return render_desk.draft(ui, token, draft)


def _copies(context: Context, found: Found) -> tuple[str, ...]:
    """Return the titles of the nearest articles that share the new one's text; blocks."""
    from bot.index.copies import CopyFinder  # noqa: PLC0415 - loads what only the running engine needs

    services = context.services
    fresh = Article("", found.title or "", found.text, found.language or "und", found.publisher_name, found.date)
    try:
        hits = services.engine.ask(fresh.title, now=services.clock(), limit=_COPIES_ASKED).hits
    except NoSnapshotError:
        return ()
    near = list({hit.passage.article.id: hit.passage.article for hit in hits}.values())
    finder = CopyFinder()
    for one in near:
        finder.add(one)
    return tuple(near[number].title for number in finder.add(fresh))


async def _take_value(context: Context, message: Message, text: str, asked: Asked) -> None:
    """Change what was asked for, and show the article again; say what is allowed where the value is none."""
    ui, services = context.ui(message.from_user), context.services
    try:
        fresh = changed(asked.draft, asked.asking, text, services.clock().date(), services.config.corpus)
    except WrongValueError as error:
        await reply(context, message, render_desk.sentence(ui, error.key))
        return
    screen = await _keep(context, message, ui, asked.token, fresh)
    await services.drafts.note(services.clock(), message.chat_id, f"change {asked.asking}", "draft", "changed")
    await outbox.send(context.bot, message.chat_id, screen)
