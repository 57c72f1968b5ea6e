"""Bytes to text: marks, detection, damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text.decode import decode, looks_binary
from annotator.text.encodings import likely_encodings

SAMPLES = {
    "it": "Perché la città è già così piena? Il sindaco tace, però il prefetto no.",
    "fr": "L'été dernier, où les élèves étaient déjà très fatigués, a été long.",
    "de": "Die größere Änderung kommt für München und Köln erst später, hört man.",
    "es": "¿Qué pasó ayer en la reunión? El niño comió piñas y mañana volverá.",
    "pl": "Premier powiedział, że rząd będzie pracował nad ustawą, która ułatwi życie.",
    "cs": "Předseda řekl, že příští týden budou jednat o nových opatřeních pro školy.",
    "ru": "Президент заявил, что новые меры поддержки будут приняты до конца года.",
    "uk": "Президент заявив, що нові заходи підтримки її економіки будуть ухвалені.",
    "el": "Ο πρωθυπουργός δήλωσε ότι η κυβέρνηση θα στηρίξει την οικονομία.",
    "tr": "Cumhurbaşkanı, hükümetin ekonomiyi güçlendirmek için önlem alacağını söyledi.",
    "he": "ראש הממשלה הודיע כי הממשלה תתמוך בכלכלה בחודשים הקרובים.",
    "ar": "أعلن رئيس الوزراء أن الحكومة ستدعم الاقتصاد خلال الأشهر المقبلة.",
    "zh": "中国政府宣布，将在未来五年内大幅增加对人工智能研究的投入，以应对国际竞争。",
    "ja": "政府は来年度の予算案を閣議決定し、研究開発に重点を置く方針を明らかにした。",
    "ko": "정부는 내년 예산안을 발표하고 인공지능 연구에 더 많은 투자를 하겠다고 밝혔다.",
}
WRITTEN_IN = [
    *((language, name) for language in ("it", "fr", "de", "es") for name in ("cp1252", "latin-1")),
    *((language, name) for language in ("it", "fr", "de", "es") for name in ("iso8859-15",)),
    *((language, "mac-roman") for language in ("it", "fr", "de", "es")),
    *((language, name) for language in ("pl", "cs") for name in ("cp1250", "iso8859-2")),
    *(("ru", name) for name in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    *(("uk", name) for name in ("cp1251", "koi8-u", "iso8859-5")),
    *(("el", name) for name in ("cp1253", "iso8859-7")),
    *(("tr", name) for name in ("cp1254", "iso8859-9")),
    *(("he", name) for name in ("cp1255", "iso8859-8")),
    *(("ar", name) for name in ("cp1256", "iso8859-6")),
    *(("zh", name) for name in ("gb18030", "gb2312", "gbk")),
    *(("ja", name) for name in ("shift-jis", "cp932", "euc-jp", "iso2022-jp")),
    ("ko", "euc-kr"),
]
WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


def refusal(content: bytes, encoding: str | None = None) -> str:
    with pytest.raises(ImportFailed) as caught:
        decode(content, encoding)
    return str(caught.value)


@pytest.mark.parametrize(("language", "encoding"), WRITTEN_IN)
@pytest.mark.parametrize("times", [1, 30])
def test_unmarked_bytes_are_read_as_they_were_written(language, encoding, times):
    text = "\n\n".join([SAMPLES[language]] * times)
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.found == "detected"
    assert decoded.n_damaged == 0


@pytest.mark.parametrize(
    "text",
    ["Caffè", "Perché no?", "L’Unità: “Non c’è più tempo”.", "Où est-elle ?", "El niño.", "Grüße"],
)
def test_a_few_words_of_windows_1252_are_enough(text):
    assert decode(text.encode("cp1252")).text == text


def test_the_euro_of_latin_9_is_seen():
    text = "Il biglietto costa 30 € e il caffè è già pagato."
    assert decode(text.encode("iso8859-15")).text == text


def test_chinese_in_traditional_characters():
    text = "中國政府宣佈，將在未來五年內大幅增加對人工智慧研究的投入。"
    decoded = decode(text.encode("big5"))
    assert (decoded.text, decoded.encoding) == (text, "big5")


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_goes(language, encoding):
    text = SAMPLES[language]
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.found) == (text, "mark")


def test_the_mark_of_the_other_byte_order():
    decoded = decode(b"\xfe\xff" + "è".encode("utf-16-be"))
    assert (decoded.text, decoded.encoding) == ("è", "utf-16-be")


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("encoding", WIDE)
def test_wide_characters_without_a_mark(language, encoding):
    text = f"{SAMPLES[language]}\n\n{SAMPLES[language]}\n"
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.found) == (text, encoding, "zero bytes")


def test_utf8_is_tried_first():
    decoded = decode("Perché 😀 però".encode())
    assert (decoded.text, decoded.encoding, decoded.found) == ("Perché 😀 però", "utf-8", "utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_in_utf8_comes_back(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "utf-7"]))
def test_any_bytes_are_taken_in_or_refused_in_words(content, encoding):
    try:
        text = decode(content, encoding).text
    except ImportFailed as error:
        text = str(error)
    assert "\0" not in text
    assert text.encode().decode() == text


def test_utf8_cut_off_within_its_last_character_stays_utf8():
    decoded = decode("È vero: più nessuno ha visto la città".encode()[:-1])
    assert decoded.text == "È vero: più nessuno ha visto la citt\ufffd"
    assert (decoded.encoding, decoded.n_damaged) == ("utf-8", 1)


def test_a_cut_off_character_is_enough_where_nothing_else_fits():
    assert decode("La città".encode()[:-1]).text == "La citt\ufffd"


def test_a_last_letter_of_windows_1252_is_not_taken_for_a_cut_off_character():
    assert decode(b"Vive in citt\xe0").text == "Vive in città"


def test_one_damaged_place_does_not_make_utf8_another_encoding():
    content = ("Perché è così, però. " * 5).encode() + b"\xff" + "Più giù.".encode()
    decoded = decode(content)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == decoded.n_damaged == 1


def test_chinese_cut_off_within_a_character():
    decoded = decode(SAMPLES["zh"].encode("gb18030")[:41])
    assert decoded.text == SAMPLES["zh"][:20] + "\ufffd"
    assert decoded.n_damaged == 1


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe"
        + "Una mezza ".encode("utf-16-le")
        + b"\x00\xd8"
        + "coppia.".encode("utf-16-le"),
        "Perché ".encode() + b"\xed\xa0\x80" + b" una mezza coppia.",
        b"Solo \xed\xa0\x80 una mezza coppia.",
    ],
)
def test_half_a_pair_becomes_the_replacement_mark(content):
    decoded = decode(content)
    assert decoded.n_damaged == decoded.text.count("\ufffd") > 0
    assert decoded.text.encode()


def test_much_damage_after_a_mark_is_refused():
    assert "byte 1 is not utf-8" in refusal(b"\xef\xbb\xbf" + b"\xff a \xff b \xff")


def test_scattered_zero_bytes_become_the_replacement_mark():
    decoded = decode("Una frase.\0 Un’altra frase, più lunga della prima.".encode())
    assert decoded.text == "Una frase.\ufffd Un’altra frase, più lunga della prima."
    assert decoded.n_zeros == 1


def test_scattered_zero_bytes_do_not_hide_the_encoding():
    decoded = decode("Una frase.\0 Un'altra frase, più lunga della prima.".encode("cp1252"))
    assert decoded.text == "Una frase.\ufffd Un'altra frase, più lunga della prima."


@pytest.mark.parametrize("content", [bytes(500), bytes(range(256)) * 20, b"\1\0\0\0\2\0\0\0" * 50])
def test_binary_data_are_refused(content):
    assert "binary" in refusal(content)


def test_frequent_zero_bytes_are_refused_in_ascii_too():
    assert "binary" in refusal(b"abcdefgh\0" * 50)


def test_control_bytes_tell_data_from_text():
    assert looks_binary(bytes(range(256)))
    assert not looks_binary(b"plain\ttext\r\n\x0c")


def test_the_given_encoding_wins():
    decoded = decode(b"citt\xe0", "ISO-8859-1")
    assert (decoded.text, decoded.encoding, decoded.found) == ("città", "iso8859-1", "given")


@pytest.mark.parametrize("encoding", ["utf8", "utf-8-sig"])
def test_a_mark_goes_although_the_encoding_is_given(encoding):
    assert decode(b"\xef\xbb\xbfCiao", encoding).text == "Ciao"


def test_bytes_that_are_not_in_the_given_encoding_are_named():
    assert "byte 5 is not utf-8" in refusal(b"citt\xe0", "utf-8")


def test_a_codec_that_lets_half_a_pair_through_is_checked():
    assert "utf-7" in refusal(b"+2AA-", "utf-7")


@pytest.mark.parametrize("encoding", ["klingon", "", "rot13", "a\0b", "undefined"])
def test_an_unknown_encoding_is_refused(encoding):
    assert "is not known" in refusal(b"abc", encoding)


def test_what_no_language_explains_is_asked_elsewhere(monkeypatch):
    text = "Қазақстан Республикасының Президенті бүгін"
    monkeypatch.setattr("annotator.text.decode.likely_encodings", lambda _: [])
    assert decode(text.encode("kz1048")).text == text


def test_bytes_that_nobody_can_read_are_refused():
    content = bytes.fromhex("ffa59fffbae6c699bbe18effae8eacebf7dca7ba")
    assert likely_encodings(content) == []
    assert "cannot be told" in refusal(content)


def test_the_sample_is_taken_where_the_unusual_bytes_stand():
    content = b"plain ascii line\n" * 100_000 + "Perché no? Così è.\n".encode("cp1252")
    assert likely_encodings(content)[0] == "cp1252"


def test_one_endless_line_is_sampled_too():
    text = "a" * 100_000 + " è così che però la città più bella è già lì." * 5_000
    assert decode(text.encode("cp1252")).text == text


def test_a_sample_that_ends_within_a_character_counts_no_damage():
    text = "政府は来年度の予算案を閣議決定し、" * 2_000
    assert decode(text.encode("cp932")).text == text
