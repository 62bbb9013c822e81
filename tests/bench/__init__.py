"""Measurements, each run by hand: no test waits for them."""
