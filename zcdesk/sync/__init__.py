"""The shared database: its schema, the hall behind it, and a station's rounds with it.

Never a business rule: the server orders and keeps acts, the stations fold them.
"""
