"""The counter program of a Chinese government service hall."""

__version__ = "0.1.0"
