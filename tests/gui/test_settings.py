from __future__ import annotations

from pathlib import Path

import pytest

from annotator.ui.settings import MAX_TEXT_SIZE, MIN_TEXT_SIZE, Settings

pytestmark = pytest.mark.gui


def again(settings: Settings, tmp_path: Path) -> Settings:
    settings.sync()
    return Settings(tmp_path / "settings.ini")


def test_a_person_without_settings_gets_usable_ones(tmp_path):
    settings = Settings(tmp_path / "new.ini")
    assert settings.language == "system"
    assert settings.theme == "system"
    assert settings.spoken in {"en", "it"}
    assert settings.dimming
    assert not settings.definitions
    assert settings.recent == ()
    assert settings.place("p", "a") is None
    assert settings.annotator("p") is None
    assert settings.geometry.isEmpty()


def test_what_was_chosen_is_there_the_next_time(settings, tmp_path):
    settings.language, settings.theme = "it", "dark"
    settings.text_size, settings.line_width = 24, 75
    settings.dimming, settings.definitions = False, True
    later = again(settings, tmp_path)
    assert (later.language, later.spoken, later.theme) == ("it", "it", "dark")
    assert (later.text_size, later.line_width) == (24, 75)
    assert (later.dimming, later.definitions) == (False, True)


def test_a_size_stays_readable(settings):
    settings.text_size = 500
    assert settings.text_size == MAX_TEXT_SIZE
    settings.text_size = 1
    assert settings.text_size == MIN_TEXT_SIZE


def test_the_last_project_comes_first_and_only_once(settings, tmp_path):
    for name in ("a", "b", "a"):
        settings.remember_project(tmp_path / name)
    assert again(settings, tmp_path).recent == (tmp_path / "a", tmp_path / "b")


def test_a_project_is_found_again_from_another_folder(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings.remember_project(Path("a.annot"))
    assert again(settings, tmp_path).recent == (tmp_path / "a.annot",)


def test_widths_of_panes_are_kept(settings, tmp_path):
    settings.panes = {"articles": 240, "panel": 360}
    settings.articles = False
    later = again(settings, tmp_path)
    assert later.panes == {"articles": 240, "panel": 360}
    assert not later.articles


def test_a_list_of_one_stays_a_list(settings, tmp_path):
    settings.remember_project(tmp_path / "one, with a comma.annot")
    assert again(settings, tmp_path).recent == (tmp_path / "one, with a comma.annot",)


def test_place_and_annotator_belong_to_a_project(settings, tmp_path):
    settings.remember_place("p", "a", "document-uid", 12)
    settings.remember_annotator("p", "annotator-uid")
    later = again(settings, tmp_path)
    assert later.place("p", "a") == ("document-uid", 12)
    assert later.annotator("p") == "annotator-uid"
    assert later.place("p", "b") is None


@pytest.mark.parametrize("junk", ["language=xx", "text_size=tall", "theme=7", "recent={{{"])
def test_a_spoiled_file_does_no_harm(tmp_path, junk):
    (tmp_path / "s.ini").write_text(f"[General]\n{junk}\nline_width=3\n", encoding="utf-8")
    settings = Settings(tmp_path / "s.ini")
    assert settings.language == "system"
    assert settings.theme == "system"
    assert settings.text_size == 19
    assert settings.line_width == 68
    assert settings.recent == ()
