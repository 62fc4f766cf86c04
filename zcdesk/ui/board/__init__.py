"""The hall board: called numbers and waits, on a screen nobody touches."""
