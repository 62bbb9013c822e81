"""Timelines, sides and publishers in the chat: /timeline, /compare, /sources, /source, and the chart."""
