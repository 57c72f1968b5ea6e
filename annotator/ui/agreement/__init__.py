"""The agreement window: what the figures are, what they rest on, where people disagree.

A window of its own beside the one in which people code. Reading and computing go on in a thread of
their own (`reading`, `intervals`); nothing here speaks to the store in the window's thread.
"""
