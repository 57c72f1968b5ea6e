"""The published JSON Schema: true to the structs, and no stricter than the program."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from annotator.codebook import codebook_schema
from annotator.resources import schema, shipped_codebook

FIXTURES = Path(__file__).parents[1] / "fixtures" / "codebooks"
VOICE = (FIXTURES / "voice.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(codebook_schema())
    return jsonschema.Draft202012Validator(codebook_schema())


def test_the_committed_schema_is_the_generated_one():
    committed = schema("codebook").read_text(encoding="utf-8")
    assert committed == json.dumps(codebook_schema(), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize(
    "path", [shipped_codebook(), FIXTURES / "voice.toml", FIXTURES / "harbour.toml"]
)
def test_sound_codebooks_are_valid(validator, path):
    validator.validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format = 1", "format = 2"),
        ('label = "Quiet"', 'lable = "Quiet"'),
        ('label = "Quiet"', f'label = "{"Q" * 61}"'),
        ('label = "Quiet"', "label = 1"),
        ('label = "Quiet"', 'label = { "not a tag" = "Quiet" }'),
        ('key = "quiet"', 'key = "Quiet"'),
        ('key = "quiet"', 'key = "quiet"\ncolour = "teal"'),
        ('key = "quiet"', 'key = "quiet"\nshortcut = "12"'),
        ('key = "quiet"', f'key = "quiet"\ninclude = {["x"] * 13}'),
        ('"single"', '"several"'),
        ('"single"', '"text"\nmax_length = 5001'),
        ('"single"', '"single"\nstates = ["coded"]'),
        ('"0.1.0"', '"1"'),
        ('["en"]', "[]"),
    ],
)
def test_broken_shapes_are_invalid(validator, old, new):
    assert old in VOICE
    assert not validator.is_valid(tomllib.loads(VOICE.replace(old, new, 1)))
