"""The starting corpus and its reference answers: sound, whole, and rich in what coders meet."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
FILES = sorted(SEEDS.glob("*.txt"))
NAMES = [file.name for file in FILES]
SCRAPED = "05_poco-e-abbastanza.txt"

BYLINE = re.compile(r"(Di|By) [A-Z][\w-]+( [A-Z][\w-]+)+ ([–—]) \S.*")
PLACE_AND_DATE = re.compile(
    r"\w+(?: \w+)*, \d{1,2} (?:January|March|settembre|dicembre) 20\d\d(?: [–—] \S.*)?", re.DOTALL
)
SHARE_LINE = re.compile(r"Questo sito usa i cookie\b.*\bCondividi\b")
TERMINAL = tuple(".!?…:;”")
EMOJI = re.compile("[\U0001f300-\U0001faff]")


def _tables(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


CODEBOOK = _tables(ROOT / "schemas" / "framing-stance.toml")
ARTICLES: list[dict[str, Any]] = _tables(SEEDS / "answers.toml")["article"]
LAYERS = {layer["key"]: layer for layer in CODEBOOK["layer"]}
FRAMES = [code["key"] for code in LAYERS["frame"]["code"]]
POSITIONS = {code["key"] for code in LAYERS["stance"]["code"]}
TARGETS = {target["key"]: target["ask"] for target in CODEBOOK["target"]}
HOLDERS = {holder["key"]: holder.get("named", "no") for holder in CODEBOOK["holder"]}


def _paragraphs(file_name: str) -> list[str]:
    text = (SEEDS / file_name).read_bytes().decode("utf-8")
    return [piece.strip() for piece in text.split("\n\n")]


def _entries() -> list[tuple[str, dict[str, Any]]]:
    return [(article["file"], entry) for article in ARTICLES for entry in article["paragraph"]]


def _is_asked(paragraph: str) -> bool:
    """Byline, a line of place and date alone, and remains of the page are not asked."""
    dated = PLACE_AND_DATE.fullmatch(paragraph)
    alone = dated is not None and len(paragraph) < 60
    return not (BYLINE.fullmatch(paragraph) or alone or SHARE_LINE.match(paragraph))


def _is_quotation(paragraph: str) -> bool:
    """Quoted from the first to the last character."""
    inside = paragraph[1:-1]
    whole = paragraph.startswith("“") and paragraph.endswith("”")
    return whole and len(paragraph) > 80 and "“" not in inside and "”" not in inside


def _with(trait: re.Pattern[str]) -> list[str]:
    return [name for name in NAMES if any(trait.search(piece) for piece in _paragraphs(name))]


def _stances() -> list[dict[str, Any]]:
    return [stance for _, entry in _entries() for stance in entry.get("stances", [])]


every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["file"])
every_file = pytest.mark.parametrize("name", NAMES)


# ------------------------------------------------------------------ the answers


def test_every_article_has_answers_and_the_other_way_round():
    assert [article["file"] for article in ARTICLES] == NAMES
    assert 6 <= len(NAMES) <= 8


def test_answers_say_nothing_that_the_format_does_not_know():
    known = {"number", "frames", "primary", "other", "words", "stances", "hard"}
    for article in ARTICLES:
        assert set(article) == {"file", "paragraph", "whole"}
        assert set(article["whole"]) == {"dominant_frame", "overall_stance"}
    for _, entry in _entries():
        assert {"number", "frames"} <= set(entry) <= known | {"alternative_frames"}
    for stance in _stances():
        assert {"target", "holder", "code"} <= set(stance)
        assert set(stance) <= {"target", "holder", "code", "words"}


@every_article
def test_exactly_the_paragraphs_that_are_asked_have_an_entry(article):
    asked = [
        number
        for number, piece in enumerate(_paragraphs(article["file"]), start=1)
        if _is_asked(piece)
    ]
    assert [entry["number"] for entry in article["paragraph"]] == asked


@every_article
def test_frames_are_the_codebook_s_in_its_order(article):
    for entry in article["paragraph"]:
        for frames in (entry["frames"], entry.get("alternative_frames", [])):
            assert frames == [frame for frame in FRAMES if frame in frames]


@every_article
def test_primary_is_one_of_two_or_more_frames(article):
    for entry in article["paragraph"]:
        if "primary" in entry:
            assert len(entry["frames"]) > 1
            assert entry["primary"] in entry["frames"]


@every_article
def test_other_is_named_exactly_where_it_is_coded(article):
    for entry in article["paragraph"]:
        assert ("other" in entry) == ("other" in entry["frames"])
        assert len(entry.get("other", "")) <= LAYERS["frame_other"]["max_length"]
        # Whoever takes the alternative would otherwise have no name to give.
        assert "other" not in set(entry.get("alternative_frames", [])) - set(entry["frames"])


@every_article
def test_words_occur_exactly_once_in_their_paragraph(article):
    texts = _paragraphs(article["file"])
    for entry in article["paragraph"]:
        text = texts[entry["number"] - 1]
        words = [*entry.get("words", {}).values()]
        words += [stance["words"] for stance in entry.get("stances", []) if "words" in stance]
        for piece in words:
            assert piece == piece.strip() != ""
            assert text.count(piece) == 1, piece


@every_article
def test_every_coded_frame_shows_its_words(article):
    for entry in article["paragraph"]:
        assert set(entry.get("words", {})) == set(entry["frames"])


@every_article
def test_stances_name_targets_codes_and_holders_of_the_codebook(article):
    for entry in article["paragraph"]:
        for stance in entry.get("stances", []):
            kind, colon, name = stance["holder"].partition(":")
            assert stance["target"] in TARGETS
            assert stance["code"] in POSITIONS
            assert not (HOLDERS[kind] == "required" and not name)
            assert not (HOLDERS[kind] == "no" and colon)
            assert name == name.strip()
            assert bool(name) == bool(colon)


@every_article
def test_one_holder_takes_one_position_on_a_target(article):
    for entry in article["paragraph"]:
        pairs = [(stance["target"], stance["holder"]) for stance in entry.get("stances", [])]
        assert len(pairs) == len(set(pairs))


@every_article
def test_hard_frames_come_with_another_answer(article):
    for entry in article["paragraph"]:
        hard = entry.get("hard", [])
        assert set(hard) <= {"frames", "stances"}
        assert ("frames" in hard) == ("alternative_frames" in entry)
        assert entry.get("alternative_frames") != entry["frames"]
        assert not ("stances" in hard and not entry.get("stances"))


@every_article
def test_the_whole_article_has_a_verdict_on_each_target_always_asked(article):
    whole = article["whole"]
    always = {target for target, ask in TARGETS.items() if ask == "always"}
    assert set(whole["overall_stance"]) == always
    assert set(whole["overall_stance"].values()) <= POSITIONS | {"none"}
    assert whole["dominant_frame"] in {*FRAMES, "none"}


@every_article
def test_the_verdict_on_the_whole_rests_on_its_paragraphs(article):
    frames = {frame for entry in article["paragraph"] for frame in entry["frames"]}
    addressed = {
        stance["target"] for entry in article["paragraph"] for stance in entry.get("stances", [])
    }
    assert article["whole"]["dominant_frame"] in {*frames, "none"}
    for target, position in article["whole"]["overall_stance"].items():
        assert position == "none" or target in addressed


def test_named_holders_are_in_their_article():
    for file, entry in _entries():
        text = "\n".join(_paragraphs(file))
        for stance in entry.get("stances", []):
            kind, _, name = stance["holder"].partition(":")
            if kind in {"person", "ai_system", "quoted_text"} and name:
                assert name in text, (file, entry["number"], name)


# ------------------------------------------------------------------ what the corpus offers


def test_each_of_the_four_frames_occurs_at_least_five_times():
    counts = Counter(frame for _, entry in _entries() for frame in entry["frames"])
    assert all(counts[frame] >= 5 for frame in FRAMES), counts


def test_every_target_is_addressed_and_every_position_taken():
    assert {stance["target"] for stance in _stances()} == set(TARGETS)
    assert {stance["code"] for stance in _stances()} == POSITIONS


def test_every_type_of_holder_speaks():
    assert {stance["holder"].partition(":")[0] for stance in _stances()} == set(HOLDERS)


def test_some_paragraphs_have_no_frame_and_some_have_two():
    sizes = Counter(len(entry["frames"]) for _, entry in _entries())
    assert sizes[0] >= 10
    assert sizes[2] >= 10


def test_cheaper_and_greener_stand_together():
    both = [entry for _, entry in _entries() if entry["frames"] == ["economic", "environmental"]]
    assert len(both) >= 3


def test_one_paragraph_has_only_figures_and_no_side():
    alone = [
        entry
        for _, entry in _entries()
        if entry.get("stances") and {stance["code"] for stance in entry["stances"]} == {"neutral"}
    ]
    assert len(alone) >= 5


def test_two_holders_disagree_within_one_paragraph():
    def sides(entry: dict[str, Any], target: str) -> set[str]:
        return {s["code"] for s in entry.get("stances", []) if s["target"] == target}

    assert any(
        {"favour", "against"} <= sides(entry, target)
        for _, entry in _entries()
        for target in TARGETS
    )


# ------------------------------------------------------------------ the files


@every_file
def test_file_name_is_numbered_and_plain(name):
    assert re.fullmatch(r"0\d_[a-z]+(-[a-z]+)*\.txt", name)


@every_file
def test_file_is_utf8_with_single_blank_lines_and_typographic_apostrophes(name):
    content = (SEEDS / name).read_bytes()
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert "\n\n\n" not in text
    assert "'" not in text
    assert '"' not in text
    assert "’" in text
    # No single line end inside a paragraph, no outer white space that an importer would drop.
    pieces = text.removesuffix("\n").split("\n\n")
    assert all(piece == piece.strip() and piece and "\n" not in piece for piece in pieces)


@every_file
def test_length_is_twelve_to_forty_paragraphs(name):
    assert 12 <= len(_paragraphs(name)) <= 40


def test_one_article_is_long_and_the_corpus_speaks_two_languages():
    assert max(len(_paragraphs(name)) for name in NAMES) >= 35
    italian = [n for n in NAMES if any(p.startswith("Di ") for p in _paragraphs(n)[1:3])]
    assert 3 <= len(italian) <= 4
    assert 3 <= len(NAMES) - len(italian) <= 4


def test_no_paragraph_occurs_twice():
    pieces = [piece for name in NAMES for piece in _paragraphs(name)]
    assert len(pieces) == len(set(pieces))


@every_file
def test_title_comes_first_and_the_byline_follows(name):
    title, *rest = _paragraphs(name)
    assert (len(title) <= 80 and not title.endswith(TERMINAL)) == (name != SCRAPED)
    bylines = [n for n, piece in enumerate(rest, start=2) if BYLINE.fullmatch(piece)]
    assert bylines == [3 if name == SCRAPED else 2]
    assert len(rest[bylines[0] - 2]) < 90


def test_the_dash_of_a_byline_is_that_of_its_language():
    bylines = [BYLINE.fullmatch(p) for name in NAMES for p in _paragraphs(name)[1:3]]
    dashes = {(found[1], found[3]) for found in bylines if found}
    assert dashes == {("Di", "–"), ("By", "—")}


def test_dates_stand_alone_and_at_the_head_of_a_paragraph():
    dated = [p for name in NAMES for p in _paragraphs(name)[2:3] if PLACE_AND_DATE.fullmatch(p)]
    assert {len(piece) < 60 for piece in dated} == {True, False}


@every_file
def test_headings_divide_the_article(name):
    inner = _paragraphs(name)[2:-1]
    headings = [p for p in inner if len(p) <= 80 and not p.endswith(TERMINAL) and _is_asked(p)]
    assert headings, name


@every_file
def test_every_quotation_mark_is_closed_within_its_speech(name):
    opened = 0
    for piece in _paragraphs(name):
        # A speech that goes on opens each paragraph anew and closes only the last one.
        opened -= opened > 0 and piece.startswith("“")
        for mark in re.findall("[“”]", piece):
            opened += 1 if mark == "“" else -1
            assert opened in {0, 1}
    assert opened == 0


def test_block_quotations_follow_a_lead_in():
    pairs = [pair for name in NAMES for pair in pairwise(_paragraphs(name))]
    led = [piece for lead, piece in pairs if _is_quotation(piece) and lead.endswith(":")]
    assert len(led) >= 4


def test_a_speech_runs_over_several_paragraphs():
    triples = [(p, q, r) for n in NAMES for (p, q), (_, r) in pairwise(pairwise(_paragraphs(n)))]
    running = [
        second
        for lead, first, second in triples
        if lead.endswith(":")
        and first.startswith("“")
        and "”" not in first
        and second.startswith("“")
        and second.endswith("”")
    ]
    assert len(running) >= 1


def test_the_scraped_article_is_damaged_at_both_ends():
    head, share, *_, end = _paragraphs(SCRAPED)
    assert re.match(r"date 20\d\d-\d\d [a-z]", head)
    assert SHARE_LINE.match(share)
    assert not end.endswith(TERMINAL)
    assert len(end) > 80
    for name in NAMES:
        assert (SEEDS / name).read_bytes().endswith(b"\n") == (name != SCRAPED)


def test_scare_quotes_ellipsis_and_emoji_occur():
    words = re.compile(r"(?<!^)“[\w’]+(?: [\w’]+)?”(?! (?:he|she)\b)")
    assert len(_with(words)) >= 2
    assert len(_with(re.compile("…"))) >= 2
    assert len(_with(EMOJI)) == 1


def test_unnamed_estimates_are_held_by_nobody_named():
    estimate = re.compile(r"\b(stime|estimates?)\b")
    unnamed = [
        (file, entry["number"])
        for file, entry in _entries()
        if any(stance["holder"] == "unnamed" for stance in entry.get("stances", []))
        and estimate.search(_paragraphs(file)[entry["number"] - 1])
    ]
    assert len(unnamed) >= 2
