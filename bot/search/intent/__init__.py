"""What kind of message a question is: rules first (`rules.py`), then its meaning (`meaning.py`)."""

from bot.search.intent.rules import find_intent, is_thanks, without_courtesies

__all__ = ["find_intent", "is_thanks", "without_courtesies"]
