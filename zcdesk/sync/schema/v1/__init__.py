"""Revision 0001 in parts: tables, log, queue, files, rights. Frozen once published."""
