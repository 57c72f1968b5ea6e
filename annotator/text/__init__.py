"""Bytes to text, paragraphs, sentences and words. Imports `model` and `errors` alone."""
