"""What other programs read and write: one module a format. Imports model and errors."""
