"""Exchange (对接): what travels to and from systems that are not ours.

Adapters only: what is sent and what an answer means are values of `zcdesk.domain`. Never waits
longer than it is told, follows no redirect, and never touches the store or a screen.
"""
