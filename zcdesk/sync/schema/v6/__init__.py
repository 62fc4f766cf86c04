"""Revision 0006 in parts: bodies of acts that a station was not allowed before."""
