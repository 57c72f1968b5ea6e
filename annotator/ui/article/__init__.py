"""The article: paragraphs, margin, evidence, selection, strip. Imports faces and words of ui."""
