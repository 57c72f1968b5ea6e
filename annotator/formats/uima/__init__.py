"""UIMA CAS: the form in which INCEpTION, DKPro and other programs of the Java world exchange texts.

`xmi` and `cas_json` are the two formats; the rest serves both.
"""
