"""The screens of the program: pages, widgets, look, keys and notices; the only package with Qt.

Nothing here reads the store, a device or the network: operations are run through `jobs`.
"""
