"""Revision 0003 in parts: the push in half of the time."""
