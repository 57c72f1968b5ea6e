"""Annotator: read news paragraph by paragraph, code framing and stance, and agree on it."""

__version__ = "0.1.0"
