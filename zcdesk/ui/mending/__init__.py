"""Acts that mend or end a case: what each asks for, and the panel that asks it."""
