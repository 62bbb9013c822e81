"""A strict stand-in for Telegram's Bot API server, and the specification that it enforces."""
