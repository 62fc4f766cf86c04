"""Search (Ctrl+F) and the page of one case."""
