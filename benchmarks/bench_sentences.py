"""How well sentences are found, language by language, and how fast, beside nltk's bare Punkt.

Run as `python -m benchmarks.bench_sentences`; ends with 1 where a bar is missed. The paragraphs in
`tests/fixtures/text/sentences` were written for this: a sentence a line, a blank line between
paragraphs. By those in `made` the rules were made; the errors in those in `kept` were not looked
at. Those in `others` are by writers who had not seen the rules. F1 is that of the ends of sentences
inside paragraphs. `bare` is nltk's Punkt with the same trained parameters, without rules.
"""

from __future__ import annotations

import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from annotator.text.eastern import EASTERN
from annotator.text.punkt_model import MODELS
from annotator.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nltk.tokenize.punkt import PunktSentenceTokenizer

    Splitter = Callable[[str, str], list[tuple[int, int]]]

FOLDER = Path(__file__).parents[1] / "tests" / "fixtures" / "text" / "sentences"
HALVES = ("made", "kept")
OTHERS = sorted(path.stem for path in (FOLDER / "others").glob("*.txt"))
LANGUAGES = sorted(path.stem for path in (FOLDER / "kept").glob("*.txt"))
MAIN = ("it", "en", "fr", "de", "es")
BAR, BAR_IT_EN, BAR_MAIN, BAR_RATE = 0.93, 0.97, 0.85, 2_000
SECONDS = 1.0


class Counts(NamedTuple):
    """Ends of sentences that were found, found where there is none, and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find."""
        wrong = self.false + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right + wrong else 1.0


def paragraphs(language: str, half: str) -> list[list[str]]:
    """The sentences of each labelled paragraph of a half."""
    text = (FOLDER / half / f"{language}.txt").read_text(encoding="utf-8")
    return [block.split("\n") for block in text.strip().split("\n\n")]


def joined(sentences: list[str], language: str) -> tuple[str, set[int]]:
    """A paragraph's text, and where its sentences end but for the last."""
    space = "" if language in EASTERN else " "
    ends, end = set(), 0
    for sentence in sentences:
        end += len(sentence)
        ends.add(end)
        end += len(space)
    return space.join(sentences), ends - {max(ends)}


def counted(language: str, half: str, split: Splitter) -> Counts:
    """A splitter's counts over one half of a language."""
    total = Counts()
    for sentences in paragraphs(language, half):
        text, ends = joined(sentences, language)
        found = {end for _, end in split(text, language)[:-1]}
        total = total.plus(Counts(len(found & ends), len(found - ends), len(ends - found)))
    return total


def together(counts: Iterable[Counts]) -> Counts:
    """The sum of all counts."""
    total = Counts()
    for each in counts:
        total = total.plus(each)
    return total


def bare(text: str, language: str) -> list[tuple[int, int]]:
    """What Punkt alone says."""
    return list(_bare(language).span_tokenize(text))


@cache
def _bare(language: str) -> PunktSentenceTokenizer:
    import punkt
    from nltk.tokenize import punkt as nltk_punkt

    parameters = nltk_punkt.PunktParameters()
    if language in MODELS:
        trained = punkt.load_model(MODELS[language])
        parameters.abbrev_types.update(trained.abbrev_types)
        parameters.collocations.update(trained.collocations)
        parameters.sent_starters.update(trained.sent_starters)
        parameters.ortho_context.update(trained.ortho_context)
    return nltk_punkt.PunktSentenceTokenizer(parameters)


def rate(language: str, split: Splitter) -> float:
    """Paragraphs a second of the processor, each of two labelled ones."""
    texts = [joined(each, language)[0] for half in HALVES for each in paragraphs(language, half)]
    doubled = [" ".join(texts[i : i + 2]) for i in range(0, len(texts), 2)]
    split(doubled[0], language)
    done, begun = 0, time.process_time()
    while time.process_time() - begun < SECONDS:
        for text in doubled:
            split(text, language)
        done += len(doubled)
    return done / (time.process_time() - begun)


def quality() -> list[str]:
    """Print F1 of each language in both halves; the bars that were missed."""
    print("language   paragraphs   made   kept   bare nltk: made   kept")
    cases = [(each, half) for each in LANGUAGES for half in HALVES]
    ours = {case: counted(*case, sentence_spans) for case in cases}
    alone = {case: counted(*case, bare) for case in cases}
    for each in LANGUAGES:
        _print_row(each, each, [[table[each, half] for half in HALVES] for table in (ours, alone)])
    western = [each for each in LANGUAGES if each in MODELS]
    both = [[together(t[each, half] for each in western) for half in HALVES] for t in (ours, alone)]
    _print_row("all 19", "", both)
    _print_others()
    return _missed(ours, both[0][1].f1)


def _print_row(name: str, language: str, counts: list[list[Counts]]) -> None:
    n = sum(len(paragraphs(language, half)) for half in HALVES) if language else ""
    figures = [count.f1 for pair in counts for count in pair]
    print(
        f"{name:8} {n:>12} {figures[0]:6.3f} {figures[1]:6.3f} {figures[2]:17.3f} {figures[3]:6.3f}"
    )


def _print_others() -> None:
    print("by others     ours   bare nltk")
    for name, languages in [*((each, [each]) for each in OTHERS), ("together", OTHERS)]:
        sums = [
            together(counted(each, "others", split) for each in languages)
            for split in (sentence_spans, bare)
        ]
        print(f"{name:8} {sums[0].f1:9.3f} {sums[1].f1:11.3f}")


def _missed(ours: dict[tuple[str, str], Counts], over_all: float) -> list[str]:
    bars = {"over all": (over_all, BAR)}
    bars |= {each: (ours[each, "kept"].f1, BAR_IT_EN) for each in ("it", "en")}
    bars |= {each: (ours[each, "kept"].f1, BAR_MAIN) for each in MAIN if each not in bars}
    return [f"{name}: {is_} is below {bar}" for name, (is_, bar) in bars.items() if is_ < bar]


def speed() -> list[str]:
    """Print paragraphs a second of the processor beside bare nltk; the bars that were missed."""
    print("language   paragraphs/s   bare nltk")
    missed = []
    for each in (*MAIN, "ru", "tr"):
        ours, alone = rate(each, sentence_spans), rate(each, bare)
        print(f"{each:8} {ours:14.0f} {alone:11.0f}")
        if ours < BAR_RATE:
            missed.append(f"{each}: {ours:.0f} paragraphs a second")
    return missed


def main() -> int:
    """Print both tables; 1 where a bar is missed."""
    missed = [*quality(), *speed()]
    print(*missed, sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
