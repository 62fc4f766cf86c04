"""Revision 0009: push and pull for less of the server's time."""
