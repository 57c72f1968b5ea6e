"""Chinese and Japanese: no white space after a full stop."""

import pytest

from annotator.text.sentences import sentence_spans


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("zh", ["市长会见了医生。", "没有声明！", "结束了吗？", "没有"]),
        ("zh-Hant", ["“我們不會回頭。”", "他說。"]),
        ("zh", ["价格上涨了……没有人感到意外。", "“然后……”", "他走了。"]),
        ("zh", ["下降了3.5%。", "美国的GDP是1.2%。"]),
        ("zh", ["他说：“不。”，然后走了。"]),
        ("ja", ["「後戻りはしない。」と大臣は述べた。", "拍手が起きた。"]),
        ("ja", ["「まだだ！」って言った。", "（終わり。）", "以上"]),
        ("ja", ["本当か？！", "本当だ。"]),
        ("ja", ["第一\n\n", "第二"]),
    ],
)
def test_sentences_end_at_their_marks(language, parts):
    text = "".join(parts)
    found = [text[start:end] for start, end in sentence_spans(text, language)]
    assert found == [part.strip() for part in parts]


def test_a_western_full_stop_needs_white_space():
    text = "他用 Node.js. 我不用。"
    assert [text[a:b] for a, b in sentence_spans(text, "zh")] == ["他用 Node.js.", "我不用。"]
