"""The process in which documents are read that nobody can trust, and what the program does to watch it (docs/decisions/0011)."""
