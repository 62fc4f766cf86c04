"""Keeping a station going for years: copies and restores, versions, taking everything out.

What an administrator does to a PC. Never a rule about cases; nothing here runs during a visit.
"""
