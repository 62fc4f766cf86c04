"""The kiosk: what citizens do for themselves, by finger or by key, in sizes for old eyes."""
