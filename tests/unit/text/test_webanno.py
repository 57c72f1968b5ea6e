"""WebAnno TSV 3: texts put together from sentences, cells, annotations, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text.webanno import parsed, unescaped
from annotator.text.webanno_spans import Spans
from annotator.text.webanno_tsv import read

HEAD = "#FORMAT=WebAnno TSV 3.3\n"
SPAN = "#T_SP=webanno.custom.Span|value\n"


def tsv(*blocks: str, layers: str = SPAN, head: str = HEAD) -> bytes:
    return (f"{head}{layers}\n\n" + "\n\n".join(blocks) + "\n\n").encode()


def sentence(*words: str, begin: int = 0, number: int = 1, cells: str = "_") -> str:
    """A block of words with a space between them; `cells` stand behind each."""
    lines, at = [f"#Text={' '.join(words)}"], begin
    for place, word in enumerate(words, 1):
        end = at + len(word.encode("utf-16-le")) // 2
        lines.append(f"{number}-{place}\t{at}-{end}\t{word}\t{cells}\t")
        at = end + 1
    return "\n".join(lines)


def spans(content: bytes) -> list[tuple[str, int, int, dict[str, str]]]:
    return [(each.type, each.begin, each.end, each.values) for each in Spans(parsed(content))]


class TestText:
    def test_sentences_are_lines(self) -> None:
        found = parsed(tsv(sentence("A", "b", "."), sentence("C", ".", begin=6, number=2)))
        assert found.text == "A b .\nC ."
        assert found.paragraphs == ("A b .\n", "C .")

    def test_more_than_one_character_between_parts_paragraphs(self) -> None:
        blocks = [
            sentence("A."),
            sentence("B.", begin=3, number=2),
            sentence("C.", begin=7, number=3),
        ]
        found = parsed(tsv(*blocks))
        assert found.text == "A.\nB.\n\nC."
        assert [each.strip() for each in found.paragraphs] == ["A.\nB.", "C."]

    def test_text_may_begin_later_and_sentences_touch(self) -> None:
        found = parsed(tsv(sentence("好。", begin=2), sentence("不。", begin=4, number=2)))
        assert found.text == "  好。不。"
        assert [each.strip() for each in found.paragraphs] == ["好。", "不。"]

    def test_sentence_of_several_lines_is_one(self) -> None:
        block = "#Sentence.id=s1\n#Text=A\n#Text=b\n1-1\t0-1\tA\t_\t\n1-2\t2-3\tb\t_\t"
        found = parsed(tsv(block))
        assert (found.text, found.paragraphs) == ("A\nb", ("A\nb",))

    def test_offsets_count_units_of_utf16(self) -> None:
        found = parsed(tsv(sentence("Il", "😀", "sale"), sentence("B", begin=11, number=2)))
        assert found.count == "UTF-16"
        assert found.text == "Il 😀 sale\nB"
        assert all(row.is_there for row in found.rows)
        assert [(row.begin, row.end) for row in found.rows] == [(0, 2), (3, 5), (6, 10), (11, 12)]

    def test_offsets_may_count_characters_where_only_that_fits(self) -> None:
        block = "#Text=😀 sale\n1-1\t0-1\t😀\t_\t\n1-2\t2-6\tsale\t_\t"
        found = parsed(tsv(block, sentence("B", begin=7, number=2)))
        assert found.count == "code points"
        assert found.text == "😀 sale\nB"
        assert all(row.is_there for row in found.rows)

    def test_words_that_stand_elsewhere_are_marked_so(self) -> None:
        block = "#Text=😀 sale\n1-1\t0-2\t😀\t_\t\n1-2\t4-8\tsale\t_\t\n1-3\t4-2\t\t_\t"
        found = parsed(tsv(block))
        assert found.count == "UTF-16"
        assert [row.is_there for row in found.rows] == [True, False, False]
        assert [row.line for row in Spans(found).misplaced] == [7, 8]

    def test_lines_may_end_as_in_windows_and_have_a_mark(self) -> None:
        content = tsv(sentence("A", "b"), layers="")
        dressed = b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")
        assert parsed(dressed).text == "A b"

    def test_escaped_signs_of_texts(self) -> None:
        block = "#Text=a\\tb\\\\c \\r\\u0041\n1-1\t0-5\ta\\tb\\\\c\t_\t"
        found = parsed(tsv(block))
        assert found.text == "a\tb\\c \r\\u0041"
        assert found.rows[0].is_there

    def test_old_files_have_letters_by_number(self) -> None:
        block = "#Text=\\u0041\\uD83D\\uDE00\n1-1\t0-1\tA\t_\t"
        for head in ("#FORMAT=WebAnno TSV 3.1\n", "#FORMAT=WebAnno TSV 3\n"):
            assert parsed(tsv(block, head=head)).text == "A😀"

    @pytest.mark.parametrize(
        ("content", "trouble"),
        [
            (b"", "line 1: this is no WebAnno TSV 3"),
            (b"#FORMAT=WebAnno TSV 2.0\n", "line 1: this is no WebAnno TSV 3"),
            (HEAD.encode() + b"\xff", "not written in UTF-8"),
            (tsv("1-1\t0-1\tA\t_\t"), "line 5: words stand before"),
            (tsv("#Text=A\n1-1\t0-1"), "line 6: this is no line of a word"),
            (tsv("#Text=A\nx\t0-1\tA\t_"), "line 6: this is no line of a word"),
            (tsv("#Text=A\n1-1\t0\tA\t_"), "line 6: this is no line of a word"),
            (tsv("#Text=A\n1-1\t0-1\tA"), "line 6: there are fewer columns"),
            (tsv("#Text=A"), "line 5: no words follow"),
            (tsv("#Text=A\n1-1\t0-1\tA\t_", "#Text=B\n2-1\t0-1\tB\t_"), "line 9: this word does"),
            (tsv("#Text=A\n1-1\t999999999-999999999\tA\t_"), "line 6: this word does"),
        ],
    )
    def test_what_is_no_such_file_is_refused_with_its_line(
        self, content: bytes, trouble: str
    ) -> None:
        with pytest.raises(ImportFailed, match=trouble):
            parsed(content)


class TestAnnotations:
    def test_of_one_word_with_and_without_a_value(self) -> None:
        block = "#Text=A b c\n1-1\t0-1\tA\tX\t\n1-2\t2-3\tb\t*\t\n1-3\t4-5\tc\t_\t"
        kind = "webanno.custom.Span"
        assert spans(tsv(block)) == [(kind, 0, 1, {"value": "X"}), (kind, 2, 3, {})]

    def test_of_several_words_and_upon_each_other(self) -> None:
        block = "#Text=A b c\n1-1\t0-1\tA\tX[1]|Y[2]|Z\t\n1-2\t2-3\tb\tX[1]\t\n1-3\t4-5\tc\tY[2]\t"
        assert [each[1:] for each in spans(tsv(block))] == [
            (0, 3, {"value": "X"}),
            (0, 5, {"value": "Y"}),
            (0, 1, {"value": "Z"}),
        ]

    def test_with_several_features(self) -> None:
        layers = "#T_SP=a.B|one|two\n#T_SP=a.C|\n#T_SP=a.D\n"
        block = "#Text=A b\n1-1\t0-1\tA\tX[1]|*[2]\tY[1]\t*\t_\t\n1-2\t2-3\tb\t*[1]\t_\t_\t*\t"
        assert spans(tsv(block, layers=layers)) == [
            ("a.B", 0, 3, {"one": "X", "two": "Y"}),
            ("a.B", 0, 1, {}),
            ("a.C", 0, 1, {}),
            ("a.D", 2, 3, {}),
        ]

    def test_of_parts_of_words_and_of_none(self) -> None:
        block = "#Text=Abc\n1-1\t0-3\tAbc\t_\t\n1-1.1\t0-1\tA\tX\t\n1-1.2\t3-3\t\tY\t"
        assert [each[1:] for each in spans(tsv(block))] == [
            (0, 1, {"value": "X"}),
            (3, 3, {"value": "Y"}),
        ]

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("a\\[0\\]", "a[0]"),
            ("a\\|b", "a|b"),
            ("cannot\\_tell", "cannot_tell"),
            ("cannot_tell", "cannot_tell"),
            ("a\\->b\\;c\\*", "a->b;c*"),
            ("\\*", "*"),
            ("\\_", "_"),
            ("a\\nb\\tc\\\\", "a\nb\tc\\"),
            ("a\\\\[3]", "a\\"),
            ("a[b]", "a[b]"),
            ("lone\\", "lone\\"),
            ("\\q", "\\q"),
        ],
    )
    def test_escaped_signs_of_values(self, cell: str, value: str) -> None:
        assert spans(tsv(f"#Text=A\n1-1\t0-1\tA\t{cell}\t"))[0][3] == {"value": value}

    def test_slots_are_references(self) -> None:
        layers = "#T_SP=a.Host|ROLE_a.Host:links_a.Link|a.B|note\n#T_SP=a.Odd|ROLE_x|a.B\n"
        block = "#Text=A\n1-1\t0-1\tA\tp;q\t1-1;1-2\tX\tr\t1-1\t"
        found = list(Spans(parsed(tsv(block, layers=layers))))
        assert [(each.type, each.references, each.values) for each in found] == [
            ("a.Host", ("links",), {"note": "X"}),
            ("a.Odd", ("ROLE_x",), {}),
        ]

    def test_relations_and_chains_are_left(self) -> None:
        layers = (
            "#T_CH=a.Link|referenceType|referenceRelation\n#T_RL=a.Rel|kind|BT_a.B\n#T_RL=a.R\n"
        )
        block = "#Text=A b\n1-1\t0-1\tA\t*[1]\t*->1-1\t_\t_\t_\n1-2\t2-3\tb\t_\t_\tX\t1-1\t_"
        found = Spans(parsed(tsv(block, layers=layers)))
        assert list(found) == []
        assert [(column.use, column.type, line) for column, line in found.unread] == [
            ("chain", "a.Link", 8),
            ("relation", "a.Rel", 9),
        ]


class TestArticle:
    def test_sentences_are_paragraphs(self) -> None:
        content = tsv(sentence("A", "b", "."), sentence("C", ".", begin=6, number=2, cells="X"))
        (article,) = read(content, file_name="a.tsv")
        assert [each.text for each in article.paragraphs] == ["A b .", "C ."]
        assert [step["ignored"] for step in article.steps if step["step"] == "labels"] == [2]

    def test_file_without_a_sentence_is_refused(self) -> None:
        with pytest.raises(ImportFailed, match="no text"):
            read(tsv(), file_name="a.tsv")
        with pytest.raises(ImportFailed, match="no text"):
            read(f"{HEAD}#T_SP=a.B|x".encode(), file_name="a.tsv")


@given(st.text(alphabet="\\[]|_;*->tnr\t\n\x01é😀a"))
def test_escaped_values_come_back(words: str) -> None:
    escaped = words.replace("\\", "\\\\")
    for sign in ("[", "]", "|", "_", "->", ";", "*"):
        escaped = escaped.replace(sign, f"\\{sign}")
    assert unescaped(escaped.replace("\t", "\\t").replace("\n", "\\n")) == words
