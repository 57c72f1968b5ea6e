"""Nearly the same text: found by its runs of words, exactly as all pairs compared would find it."""

from __future__ import annotations

import random

from annotator.text.duplicates import NEAR, Neighbours, runs_of, share_in_common

WORDS = [f"word{n}" for n in range(400)]


def changed(words, places):
    return [f"new{place}" if place in places else word for place, word in enumerate(words)]


def test_case_marks_and_white_space_do_not_count():
    one = runs_of("The river rose, they say: “high”, in March of the year.")
    other = runs_of("the river\n rose they say high – in march of THE year")
    assert share_in_common(one, other) == 1


def test_share_is_that_of_the_runs():
    one = runs_of(" ".join(WORDS[:14]))
    other = runs_of(" ".join(WORDS[5:19]))
    assert len(one) == 10
    assert share_in_common(one, other) == 5 / 15


def test_words_are_the_same_in_texts_of_any_length():
    words = [f"word{n}" for n in range(4_000)]
    long, short = runs_of(" ".join(words)), runs_of(" ".join(words[:400]))
    assert len(" ".join(words)) > 30_000
    assert (len(long), len(short)) == (3_996, 396)
    assert share_in_common(long, short) == 396 / 3_996


def test_words_of_the_same_letters_are_others():
    pairs = [("ab", "ba"), ("a b", "ab"), ("abc", "abcabc"), ("aab", "aba")]
    for one, other in pairs:
        assert share_in_common(runs_of(f"x {one} y"), runs_of(f"x {other} y")) == 0


def test_short_texts_and_texts_without_spaces():
    assert share_in_common(runs_of("One two."), runs_of("one two")) == 1
    assert share_in_common(runs_of("One two."), runs_of("two one")) == 0
    assert len(runs_of("")) == 1
    chinese = "河水上涨了三米，镇上的居民周一撤离了家园，学校也已经关闭。"
    assert share_in_common(runs_of(chinese), runs_of(chinese[:-4])) > 0.7


def test_what_all_pairs_compared_would_find_is_found():
    choice = random.Random(7)  # noqa: S311 - no secret
    texts = []
    for _ in range(30):
        words = choice.sample(WORDS, 150)
        texts += [words, changed(words, {10, 90}), changed(words, {5, 60, 100, 140})]
    texts = [" ".join(words) for words in texts]
    neighbours = Neighbours(texts.__getitem__)
    for key, text in enumerate(texts):
        runs = runs_of(text)
        shares = [(share_in_common(runs, runs_of(texts[other])), -other) for other in range(key)]
        found = neighbours.near(runs)
        best = max(shares, default=(0, 0))
        if best[0] >= NEAR:
            assert found is not None
            assert (found.share, -found.key) == best
        else:
            assert found is None
        neighbours.add(key, runs)


def test_a_forgotten_text_is_near_to_none():
    text = " ".join(f"word{n}" for n in range(100))
    neighbours = Neighbours(lambda _key: text)
    neighbours.add(1, runs_of(text))
    assert neighbours.near(runs_of(text)) is not None
    neighbours.forget(1)
    assert neighbours.near(runs_of(text)) is None
