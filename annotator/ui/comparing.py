"""The agreement window beside the main one: opened, told of answers, led back from, closed.

Knows the window's session; the agreement window is imported when it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError
from annotator.study.blind import refuse_while_blind
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.agreement.results import UnitName
    from annotator.ui.agreement.window import AgreementWindow
    from annotator.ui.window import Window


class Comparing:
    """The action *Agreement*, and what goes between the two windows."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.agreement: AgreementWindow | None = None

    def open(self) -> None:
        """The agreement window, in front; refused in words while a round is blind."""
        store = self._window.store
        assert store is not None
        try:
            refuse_while_blind(store)
        except AnnotatorError as error:
            from annotator.ui.dialogs.message import tell_error  # when needed

            tell_error(self._window, error)
            return
        if self.agreement is None:
            from annotator.ui.agreement.window import AgreementWindow  # when needed

            self.agreement = AgreementWindow(store, self._window.settings.spoken)
            self.agreement.wanted.connect(self.go_to)
            self.agreement.left.connect(self.back)
            self.agreement.closed.connect(self._forget)
            self.agreement.begin()
        self.agreement.show()
        self.agreement.raise_()
        self.agreement.activateWindow()

    def look(self) -> None:
        """Somebody has answered: the figures follow."""
        if self.agreement is not None:
            self.agreement.look()

    def again(self) -> None:
        """Everything anew, in another language."""
        if self.agreement is not None:
            self.agreement.close()
            self.open()
            self.back()

    def close(self) -> None:
        """The project is about to be left."""
        if self.agreement is not None:
            self.agreement.close()

    def back(self) -> None:
        """To the window where people code."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        if window.session is not None and window.session.document is not None:
            window.page.view.setFocus()

    def go_to(self, unit: UnitName, layer: str) -> None:
        """Open a paragraph (or the whole article) where people code, at this target."""
        window = self._window
        session = window.session
        if session is None or not window.coding.may_leave():
            return
        document = next((one for one in session.documents if one.uid == unit.document), None)
        if document is None:
            window.status.say_text(tr("This article is not in the project any more."))
            return
        position = document.n_paragraphs if unit.paragraph is None else unit.paragraph
        if session.document is None or session.document.id != document.id:
            session.open(document.id, position)
        else:
            session.go_to(position)
        if unit.target is not None and session.rules.layer(layer) in session.rules.asked(
            session.kind(position), {}
        ):
            session.go_to_target(layer, unit.target)
        self.back()

    def _forget(self) -> None:
        gone, self.agreement = self.agreement, None
        if gone is not None:
            gone.deleteLater()
