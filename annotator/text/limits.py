"""How much is taken: what is larger is refused in words, before any slow work.

Imports nothing of the package. A paragraph of five million characters takes a window most of a
second to lay out: hence its limit.
"""

MB = 1024 * 1024

MAX_FILE_BYTES = 64 * MB
# Tables of articles (CSV, JSONL) are read row by row.
MAX_CORPUS_BYTES = 256 * MB
MAX_CHARACTERS = 10_000_000
MAX_PARAGRAPHS = 100_000
MAX_PARAGRAPH_CHARACTERS = 1_000_000

# No encoding in use takes more bytes for a character, so a longer file needs no decoding.
MAX_BYTES_PER_CHARACTER = 4

# Of a ZIP file, and of what is one inside (EPUB, DOCX, ODT).
MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 512 * MB
MAX_RATIO = 100
# Below this size a high ratio harms nobody: empty folders and repeated lines pack very well.
MIN_SUSPECT_BYTES = MB

# Of what a library reads in a process of its own (HTML, PDF).
MAX_SECONDS = 30
MAX_WORKER_BYTES = 2048 * MB
