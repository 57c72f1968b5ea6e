"""Every figure on marked words against loops over characters, spans and pairs of annotators."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options

CODES = ("a", "b")
GAP = None


def _lengths(text):
    return (7, 12, 1)[text]


@st.composite
def _answers(draw):
    """Rows of up to four annotators on three texts; some mark nothing, some cannot tell."""
    rows: list[tuple[Any, ...]] = []
    for text in range(3):
        for who in range(draw(st.integers(1, 4))):
            state = draw(st.sampled_from(["coded", "coded", "coded", "none", "cannot_tell"]))
            if state != "coded":
                rows.append((text, f"r{who}", state, []))
                continue
            codes = draw(st.sets(st.sampled_from(CODES), min_size=1))
            spans = []
            for code in sorted(codes):
                for _ in range(draw(st.integers(0, 3))):
                    start = draw(st.integers(0, _lengths(text) - 1))
                    end = draw(st.integers(start + 1, _lengths(text)))
                    spans.append((start, end, code))
            rows.append((text, f"r{who}", tuple(sorted(codes)), spans))
    return rows


# ------------------------------------------------------------------ who counts


def _texts(rows, codes, *, where_chosen=False):
    """For each text its length and the spans of each annotator who counts for these codes."""
    found = []
    for text in range(3):
        answered = [row for row in rows if row[0] == text and row[2] != "cannot_tell"]
        chosen = [set(row[2]) & set(codes) if row[2] != "none" else set() for row in answered]
        if where_chosen and not all(chosen):
            continue
        raters = []
        for (*_, spans), mine in zip(answered, chosen, strict=True):
            words = [span for span in spans if span[2] in codes]
            if {code for *_, code in words} == mine:
                raters.append(words)
        if len(raters) >= 2:
            found.append((_lengths(text), raters))
    return found


def _united(spans):
    made: list[tuple[int, int, object]] = []
    for start, end, code in sorted(spans, key=lambda span: (str(span[2]), span[:2])):
        if made and made[-1][2] == code and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]), code)
        else:
            made.append((start, end, code))
    return made


def _plain(texts):
    """The same without codes."""
    return [(length, [[(s, e, "x") for s, e, _ in spans] for spans in raters])
            for length, raters in texts]  # fmt: skip


def _is_tiled(texts):
    """Whether no annotator put two codes on one place."""
    for _, raters in texts:
        for spans in raters:
            united = sorted(_united(spans), key=lambda span: span[:2])
            if any(one[1] > other[0] for one, other in pairwise(united)):
                return False
    return True


# ------------------------------------------------------------------ alphas


def _tables(texts):
    """Coincidences o and e by pair of codes (None is a gap), and n."""
    values = [*CODES, "x", GAP]
    o = dict.fromkeys([(c, k) for c in values for k in values], 0.0)
    n_c, s_c = dict.fromkeys(values, 0.0), dict.fromkeys(values, 0.0)
    for length, raters in texts:
        labels = []
        for spans in raters:
            line = [GAP] * length
            for start, end, code in _united(spans):
                line[start:end] = [code] * (end - start)
                s_c[code] += (end - start) ** 2
            labels.append(line)
            s_c[GAP] += line.count(GAP)
        for one, other in permutations(labels, 2):
            for c, k in zip(one, other, strict=True):
                o[c, k] += 1 / (len(raters) - 1)
        for line in labels:
            for c in line:
                n_c[c] += 1
    n = sum(n_c.values())
    below = n * n - sum(s_c.values())
    e = {(c, k): n * (n_c[c] * n_c[k] - (s_c[c] if c == k else 0)) / below if below else 0
         for c, k in o}  # fmt: skip
    return values, o, e, n


def _alpha(observed, expected):
    return None if expected < 1e-12 else 1 - observed / expected


def _u(texts):
    values, o, e, n = _tables(texts)
    return _alpha(n - sum(o[c, c] for c in values), n - sum(e[c, c] for c in values))


def _binary(texts):
    values, o, e, _ = _tables(texts)
    codes = [c for c in values if c is not GAP]
    return _alpha(*(sum(table[c, GAP] + table[GAP, c] for c in codes) for table in (o, e)))


def _cu(texts, row=None):
    _, o, e, _ = _tables(texts)
    cells = [(c, k) for c in CODES for k in CODES if row in (None, c)]

    def share(table):
        total = sum(table[cell] for cell in cells)
        apart = sum(table[c, k] for c, k in cells if c != k)
        return apart / total if total > 1e-12 else None

    observed, expected = share(o), share(e)
    if observed is None or expected is None:
        return None
    return _alpha(observed, expected)


def _older(texts, codes):
    total_o = total_e = 0.0
    for length, raters in texts:
        m = len(raters)
        for code in codes:
            mine = [_united([s for s in spans if s[2] == code]) for spans in raters]
            observed = sum(_difference(one, other) for one, other in combinations(mine, 2))
            spans = [span for one in mine for span in one]
            sizes = [end - start for start, end, _ in spans]
            gaps = [gap for one in mine for gap in _gaps_of(one, length)]
            chance = sum(
                (len(spans) - 1) * (2 * size**3 - 3 * size**2 + size) / 3
                + size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
                for size in sizes
            )
            below = m * length * (m * length - 1) - sum(size * (size - 1) for size in sizes)
            total_o += 2 * observed / (m * (m - 1))
            total_e += 2 * length * chance / below if below else 0
    return _alpha(total_o, total_e)


def _gaps_of(spans, length):
    borders = [0, *(border for span in sorted(spans) for border in span[:2]), length]
    return [end - start for start, end in zip(borders[::2], borders[1::2], strict=True)]


def _difference(one, other):
    total = 0
    for start, end, _ in one:
        met = [span for span in other if span[0] < end and start < span[1]]
        for begin, stop, _ in met:
            total += (start - begin) ** 2 + (end - stop) ** 2
        total += 0 if met else (end - start) ** 2
    alone = [span for span in other if not any(s < span[1] and span[0] < e for s, e, _ in one)]
    return total + sum((end - start) ** 2 for start, end, _ in alone)


# ------------------------------------------------------------------ F1


def _f1(rows, kind, codes):
    matches = marked = 0
    for code in codes:
        for _, raters in _texts(rows, (code,)):
            for one, other in combinations(raters, 2):
                first, second = ({s for s in spans if s[2] == code} for spans in (one, other))
                if kind == "f1_character":
                    first, second = (
                        {at for start, end, _ in spans for at in range(start, end)}
                        for spans in (first, second)
                    )
                found = len(first & second)
                if kind == "f1_overlap":
                    found = _matched(first, second)
                matches += 2 * found
                marked += len(first) + len(second)
    return matches / marked if marked else None


def _matched(first, second):
    def shared(pair):
        return min(pair[0][1], pair[1][1]) - max(pair[0][0], pair[1][0])

    pairs = [(one, other) for one in first for other in second if shared((one, other)) > 0]
    # The order of equal lengths is a choice of the program: every choice is a greatest first.
    pairs.sort(key=lambda pair: (-shared(pair), *_places(pair)))
    taken: set[object] = set()
    for one, other in pairs:
        if ("first", one) not in taken and ("second", other) not in taken:
            taken |= {("first", one), ("second", other)}
    return len(taken) // 2


def _places(pair):
    (start, end, _), (begin, stop, _) = pair
    return *sorted((start, begin)), *sorted((end, stop))


# ------------------------------------------------------------------ the comparison


def _same(value, expected):
    if expected is None:
        assert value is None
    else:
        assert value == pytest.approx(expected, abs=1e-9)


@settings(max_examples=150, deadline=None)
@given(rows=_answers())
def test_alphas_are_those_of_a_loop_over_characters(rows, agreed):
    found = agreed(rows, length=_lengths, options=Options(coefficient="u", ci=0))
    if len(found) == 1:
        assert not any(spans for *_, spans in rows)
        return
    for step, where_chosen in (("evidence", False), ("evidence_where_chosen", True)):
        binary = found[step, "u_binary"]
        texts = _texts(rows, CODES, where_chosen=where_chosen)
        # Without codes, what several codes cover in one place is one.
        _same(binary.value, _binary(_plain(texts)))
        for one in binary.per_code:
            _same(one.value, _binary(_texts(rows, (one.code,), where_chosen=where_chosen)))
    texts, u, cu = _texts(rows, CODES), found["evidence", "u"], found["evidence", "cu"]
    if texts and _is_tiled(texts):
        _same(u.value, _u(texts))
        _same(cu.value, _cu(texts))
        assert [one.coefficient for one in cu.per_code] == ["ku", "ku"]
        for one in cu.per_code:
            _same(one.value, _cu(texts, one.code))
    elif texts:
        assert (u.reason, cu.reason) == ("overlapping_spans", "overlapping_spans")
    else:
        assert u.value is None


@settings(max_examples=150, deadline=None)
@given(rows=_answers())
def test_f1_is_that_of_a_loop_over_pairs_of_annotators(rows, agreed):
    found = agreed(rows, length=_lengths)
    for kind in ("f1_exact", "f1_overlap", "f1_character") if found else ():
        result = found["evidence", kind]
        _same(result.value, _f1(rows, kind, CODES))
        for one in result.per_code:
            _same(one.value, _f1(rows, kind, (one.code,)))


@settings(max_examples=150, deadline=None)
@given(rows=_answers())
def test_older_alpha_is_that_of_loops_over_spans_and_gaps(rows, agreed):
    options = Options(coefficient="alpha-u", ci=0)
    result = agreed(rows, length=_lengths, options=options)["evidence", "alpha_u"]
    _same(result.value, _older(_texts(rows, CODES), CODES))
    for one in result.per_code:
        _same(one.value, _older(_texts(rows, (one.code,)), (one.code,)))
