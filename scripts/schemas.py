"""Write schemas/*.schema.json from the types. A test keeps them true.

Run it as `python -m scripts.schemas` (make schemas).
"""

from __future__ import annotations

import json
from pathlib import Path

from annotator.agreement.rendering import report_schema
from annotator.codebook import codebook_schema
from annotator.formats.jsonl import annotation_schema

SCHEMAS = {
    "codebook.schema.json": codebook_schema,
    "annotation.schema.json": annotation_schema,
    "agreement.schema.json": report_schema,
}
FOLDER = Path(__file__).parent.parent / "schemas"


def written(name: str) -> str:
    """The text of a schema file, as it must stand in the folder."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in SCHEMAS:
        (FOLDER / each).write_text(written(each), encoding="utf-8")
        print(FOLDER / each)
