"""The window: the only room that imports Qt. May import the study and all rooms below it."""
