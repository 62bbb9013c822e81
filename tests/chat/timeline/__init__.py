"""Timelines, sides and publishers."""
