"""The review desk of a department: inbox, page viewer, findings, and every act up to the result."""
