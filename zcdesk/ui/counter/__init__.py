"""The counter: idle and serving page, checklist, editors, and what they open (ux.md 2.1-2.7)."""
