"""Dateline: a Telegram bot that answers with dated, sourced passages, quoted to the letter."""

__version__ = "0.1.0"
