"""The one encrypted SQLite file of a station: acts, drafts, read tables, and their keys.

One process owns a store and one thread (the store lane) touches it. SQLAlchemy lives here and in
operations' queries. Never here: a rule of the hall, a network call, a device.
"""
