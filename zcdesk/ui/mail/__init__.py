"""Parcels at the window (邮件收件): registered, opened or passed on, answered."""
