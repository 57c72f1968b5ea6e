"""Articles come in: files are looked at, prepared by a person, and taken in. May import study."""
