"""Catalogue files: reading, linting, comparing and writing matters (YAML, XLSX, CSV).

Files in, immutable `Matter` values out, and back. Nothing here knows a store or a screen, and no
file is ever changed by reading it.
"""
