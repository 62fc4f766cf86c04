"""Papers laid out: one content, as A4 PDF and as bytes for thermal printers.

Importing this costs nothing; the libraries load on the first paper. Never decides what a paper
says about a case: it prints values from `zcdesk.domain.papers`.
"""
