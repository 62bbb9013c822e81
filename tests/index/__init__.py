"""Tests of bot.index."""
