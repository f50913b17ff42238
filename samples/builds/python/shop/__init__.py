"""Counts what is in stock."""

__version__ = "2.0.1"
