"""Which language Qt speaks: our own texts and those of Qt's dialogs. Imports Qt's core only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_OURS = Path(__file__).parent / "translations"


def install_language(language: str) -> None:
    """Speak this language from now on; English is what the code is written in."""
    app = QCoreApplication.instance()
    assert app is not None
    for old in app.findChildren(QTranslator):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (Path(qt_folder) / f"qtbase_{language}.qm", _OURS / f"annotator_{language}.qm"):
        translator = QTranslator(app)
        # Qt's own texts are missing in some builds: its few buttons are then English.
        if translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
