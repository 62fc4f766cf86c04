"""Corrections and promises (补正、容缺): what applicants still bring, taken in at any window."""
