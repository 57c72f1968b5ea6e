"""F2: the whole codebook of the current questions, to be read beside the choice.

Draws the codebook in the session's language; imports session and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtWidgets import QWidget

from annotator.session.wording import explanation_of
from annotator.ui.dress import GUTTER, SMALL_PX, TEXT_PX
from annotator.ui.messages import tr
from annotator.ui.panel.explanation import ExplanationBox, full_passages, rule_passages
from annotator.ui.panel.pile import Margins, Pile, PileScroll
from annotator.ui.panel.prose import Passage, Prose, Run, passage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.model import Layer
    from annotator.session import Explanation, Session
    from annotator.session.views import PairRule

_WIDTH = 420
_LEAST = 240


class Definitions(QWidget):
    """Instructions, then every question's codes with all that is said of them, then pair rules.

    It is made anew only where the questions or the language are others; the code last touched is
    brought into sight.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._session: Session | None = None
        self._shown: tuple[object, ...] | None = None
        self._touched: tuple[str, str] | None = None
        self._boxes: dict[tuple[str, str], ExplanationBox] = {}
        self._pile = Pile(margins=Margins(GUTTER, 14, GUTTER, 20))
        self._scroll = PileScroll(self._pile, self)
        # Text wraps anew, and before it was first shown there was nowhere to scroll to.
        self._scroll.resized.connect(self._bring_touched)
        self.setFocusProxy(self._scroll)
        self.setMinimumWidth(_LEAST)

    @property
    def text(self) -> str:
        """All words shown, in order."""
        return "\n".join(part.text for part in self._pile.parts if hasattr(part, "text"))

    @property
    def scrolled_to(self) -> int:
        """The first row of pixels in sight."""
        return self._scroll.verticalScrollBar().value()

    def set_session(self, session: Session | None) -> None:
        """Show this session's codebook; None empties the panel."""
        self._session = session
        self._shown = None
        self._touched = None
        self.refresh()

    def refresh(self) -> None:
        """Follow the session: other questions, another language, another code touched."""
        session = self._session
        if session is None:
            self._fill(None, [])
            return
        layers = [session.codebook.layer(one.layer) for one in session.questions()]
        shown = (session.language, session.title, *(layer.key for layer in layers))
        if shown != self._shown:
            self._shown = shown
            self._fill(session, layers)
        self._follow(session.explanation())

    def sizeHint(self) -> QSize:
        """A column of comfortable width."""
        return QSize(_WIDTH, 700)

    def changeEvent(self, event: QEvent) -> None:
        """The interface speaks another language: every word is made anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_session(self._session)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Wrap anew."""
        self._scroll.setGeometry(self.rect())

    def _fill(self, session: Session | None, layers: list[Layer]) -> None:
        for part in self._pile.parts:
            self._pile.take(part)
            part.deleteLater()
        self._boxes = {}
        if session and session.instructions:
            self._tell(TEXT_PX, passage(Run(tr("Instructions"), strong=True)))
            listed = [passage(words, mark="·", before=4) for words in session.instructions]
            self._tell(SMALL_PX, *listed)
        for layer in layers:
            if session:
                self._add_layer(session, layer)
        self._scroll.settle()

    def _tell(self, size_px: int, *passages: Passage) -> None:
        if passages:
            prose = Prose(self._pile, size_px=size_px)
            prose.tell(*passages)
            self._pile.put(prose, below=7)

    def _add_layer(self, session: Session, layer: Layer) -> None:
        say = session.wording.say
        label = passage(Run(say(layer.label), strong=True), before=12)
        self._tell(TEXT_PX, label, passage(Run(say(layer.question), tone="dim")))
        rules: dict[tuple[str, str], PairRule] = {}
        for code in session.rules.codes(layer):
            told = None if code.retired else explanation_of(session.wording, layer, code.key)
            if told is not None:
                self._add_code(told, code.shortcut or "")
                rules |= {pair.labels: pair for pair in told.pairs}
        self._tell(SMALL_PX, *_targets(session, layer))
        self._tell(SMALL_PX, *_rules(list(rules.values())))

    def _add_code(self, told: Explanation, shortcut: str) -> None:
        box = ExplanationBox(self._pile)
        title = [Run(told.label, strong=True)]
        if shortcut:
            title.append(Run(f"  {shortcut.upper()}", tone="faint"))
        box.explain(told.colour, [passage(*title), *full_passages(told)])
        self._boxes[told.layer, told.code] = box
        self._pile.put(box, below=7)

    def _follow(self, told: Explanation | None) -> None:
        """Bring the code last touched into sight, once."""
        touched = (told.layer, told.code) if told else None
        if touched != self._touched:
            self._touched = touched
            self._bring_touched()

    @Slot()
    def _bring_touched(self) -> None:
        box = self._boxes.get(self._touched) if self._touched else None
        if box is not None:
            self._scroll.verticalScrollBar().setValue(box.y() - 8)


def _targets(session: Session, layer: Layer) -> list[Passage]:
    """What each target is."""
    targets = session.rules.targets(layer)
    if not targets:
        return []
    say = session.wording.say
    shown = [passage(Run(tr("Targets"), strong=True), before=6)]
    for target in targets:
        key = f" {target.shortcut.upper()}" if target.shortcut else ""
        label = Run(say(target.label), strong=True)
        shown.append(
            passage(label, Run(key + "  ", tone="faint"), say(target.definition), before=5)
        )
    return shown


def _rules(pairs: list[PairRule]) -> list[Passage]:
    """How to decide between two codes, with cases."""
    if not pairs:
        return []
    shown = [passage(Run(tr("Between two codes"), strong=True), before=6)]
    for pair in pairs:
        shown += rule_passages(pair, with_cases=True)
    return shown
