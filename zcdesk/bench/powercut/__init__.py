"""Power cuts on the real encrypted file: what a disk may hold afterwards, opened by the real store.

A layer under SQLite (a VFS by ctypes, nothing to compile) logs every write and sync while a station
works; then the power is cut at any point of the log: writes that were not synced are lost, kept in
part, or torn. Real cuts and disks that lie about syncs are not tried here.
"""
