"""The result counter (出件): results come in, go out, are posted; receipts go back (ux 2.13)."""
