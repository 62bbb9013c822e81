"""What the bot tells unasked: new passages for watched topics, and corrections to articles that it showed."""
