"""The command line: run, ask, chat, evaluate, status."""

from __future__ import annotations

import argparse
import logging
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.config import find_config, load_config
from bot.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.config import Config

    Command = Callable[[argparse.Namespace, Config], int]

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr)
    try:
        return int(options.command(options, load_config(find_config(options.config))))
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED


def _run(options: argparse.Namespace, config: Config) -> int:
    from bot.chat.app import run  # noqa: PLC0415 - loads telegram, which the other commands do not need
    from bot.config import read_token  # noqa: PLC0415

    logging.getLogger().setLevel(config.log.level.upper())
    return run(config, read_token(config), find_config(options.config))


def _ask(options: argparse.Namespace, config: Config) -> int:
    from bot.terminal import ask_lines, ask_one  # noqa: PLC0415 - loads the index

    now = datetime.now(UTC)
    if options.jsonl:
        return ask_lines(config, sys.stdin.buffer, sys.stdout, now=now)
    if options.question is None:
        print('dateline: nothing asked; write: python -m bot ask "question"', file=sys.stderr)
        return 2
    return ask_one(config, options.question, sys.stdout, now=now, explain=options.explain)


def _chat(options: argparse.Namespace, config: Config) -> int:
    from bot.terminal import chat  # noqa: PLC0415 - loads the index

    del options
    return chat(config, sys.stdin, sys.stdout)


def _evaluate(options: argparse.Namespace, config: Config) -> int:
    from bot.evaluate import evaluate_command  # noqa: PLC0415 - loads the index

    return evaluate_command(config, options.folder, corpus=options.corpus, as_json=options.json, out=sys.stdout)


def _read(options: argparse.Namespace, config: Config) -> int:
    import asyncio  # noqa: PLC0415 - only an address needs it

    from bot import __version__  # noqa: PLC0415
    from bot.build import publishers_path  # noqa: PLC0415 - loads the index
    from bot.feeds.setup import make_fetcher  # noqa: PLC0415
    from bot.ingest.attribution import Publishers  # noqa: PLC0415 - loads the readers
    from bot.ingest.source import ReadSettings  # noqa: PLC0415
    from bot.ingest.tables import Columns  # noqa: PLC0415
    from bot.read import read_command  # noqa: PLC0415

    if TYPE_CHECKING:
        from bot.ingest.fetch import Fetched  # noqa: PLC0415

    async def fetched(address: str) -> Fetched:
        fetcher = make_fetcher(config.fetch, __version__)
        try:
            return await fetcher.get(address)
        finally:
            fetcher.close()

    columns = Columns.configured(config.corpus.columns.named())
    settings = ReadSettings(columns, Publishers.load(publishers_path(config)), datetime.now(UTC).date())
    return read_command(
        options.targets,
        settings,
        fetch=lambda address: asyncio.run(fetched(address)),
        as_json=options.json,
        out=sys.stdout,
        err=sys.stderr,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Dateline: dated, sourced passages, to the letter."
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", metavar="FILE", help="configuration (else DATELINE_CONFIG, else config.toml)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", parents=[common], help="run the Telegram bot")
    run.set_defaults(command=_run)

    ask = commands.add_parser("ask", parents=[common], help="ask one question, or lines of JSON")
    ask.add_argument("question", nargs="?")
    ask.add_argument("--jsonl", action="store_true", help="read questions as JSON lines, write answers as JSON lines")
    ask.add_argument("--explain", action="store_true", help="show what each signal gave")
    ask.set_defaults(command=_ask)

    chat = commands.add_parser("chat", parents=[common], help="ask in the terminal, question after question")
    chat.set_defaults(command=_chat)

    read = commands.add_parser("read", parents=[common], help="show what would be indexed of files, folders, addresses")
    read.add_argument("targets", nargs="+", metavar="FILE|DIR|ADDRESS")
    read.add_argument("--json", action="store_true", help="print one JSON object an article")
    read.set_defaults(command=_read)

    evaluate = commands.add_parser(
        "evaluate", parents=[common], help="measure retrieval on a folder of judged questions"
    )
    evaluate.add_argument("folder")
    evaluate.add_argument("--corpus", metavar="DIR", help="folder of articles that the judgements name")
    evaluate.add_argument("--json", action="store_true", help="print one JSON object")
    evaluate.set_defaults(command=_evaluate)
    return parser


if __name__ == "__main__":
    sys.exit(main())
