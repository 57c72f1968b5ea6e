"""The project as a study: what goes out and comes in, how far it is, how well it agrees.

Knits the rooms below together for the window and the command line. Imports everything but these.
"""
