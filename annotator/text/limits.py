"""How much text is taken: what is larger is refused in words, before any slow work.

Imports nothing of the package. A paragraph of five million characters takes a window most of a
second to lay out: hence the last limit.
"""

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = 10_000_000
MAX_PARAGRAPHS = 100_000
MAX_PARAGRAPH_CHARACTERS = 1_000_000

# No encoding in use takes more bytes for a character, so a longer file needs no decoding.
MAX_BYTES_PER_CHARACTER = 4
