"""The citizen's screen at the window: what is recorded of them, their word on it, their rating."""
