"""The language of the program: Qt's own words in Chinese, ours where another one is wanted."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from zcdesk import paths


def install_language(qt: QApplication, language: str) -> None:
    """Load Qt's own Chinese, and ours where the language is another."""
    QLocale.setDefault(QLocale(language))
    for name, folder in (
        (f"qtbase_{language[:2] if language[:2] != 'zh' else 'zh_CN'}", _qt_translations()),
        (f"zcdesk_{language}", str(paths.translations_dir())),
    ):
        translator = QTranslator(qt)
        if translator.load(name, folder):
            qt.installTranslator(translator)


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
