"""Dialogs; each is imported when it is opened, so that the window does not pay for it at start."""
