"""Figures of the shared database, against bare clients of the same server and the same disk."""
