"""Resources: found in a checkout, and in an installed package before anything beside it."""

import json
import tomllib

import pytest

from annotator import resources


def test_a_checkout_has_the_codebook_and_its_schema():
    assert tomllib.loads(resources.shipped_codebook().read_text(encoding="utf-8"))["format"] == 1
    assert json.loads(resources.schema("codebook").read_text(encoding="utf-8"))["title"]


@pytest.fixture
def package(tmp_path, monkeypatch):
    folder = tmp_path / "lib" / "annotator"
    folder.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def test_beside_the_package_in_a_checkout(package):
    assert resources.shipped_codebook() == package.parent / "schemas" / "framing-stance.toml"
    assert resources.seeds_folder() == package.parent / "seeds"


def test_inside_the_package_where_it_is_installed(package):
    for folder in (package, package.parent):
        (folder / "schemas").mkdir()
        (folder / "seeds").mkdir()
    assert resources.schema("annotation") == package / "schemas" / "annotation.schema.json"
    assert resources.seeds_folder() == package / "seeds"


def test_seed_articles_are_the_text_files_by_name(package):
    seeds = package / "seeds"
    seeds.mkdir()
    for name in ("b.txt", "a.txt", "README.md", "codings.json"):
        (seeds / name).write_text("x", encoding="utf-8")
    assert [path.name for path in resources.seed_articles()] == ["a.txt", "b.txt"]
