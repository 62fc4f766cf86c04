"""The charts of the live hall: drawn here, readable in grey, by hover, by keys and by ear."""
