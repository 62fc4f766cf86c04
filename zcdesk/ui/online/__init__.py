"""Online applications: pre-reviewed by their department, taken in by their code."""
