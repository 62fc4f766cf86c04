"""Stations and halls under seeded faults: their real code in one thread and virtual time.

Clock, disk, network and server are ports; everything above them is what runs at a window. A seed
tells a whole schedule, so one that fails replays exactly. Never a switch that turns a safeguard
off: tests that do so patch the code.
"""
