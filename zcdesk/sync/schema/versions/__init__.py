"""The server schema's revisions, oldest first; a published one is never edited."""
