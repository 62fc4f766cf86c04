"""The language of the program: Qt's own words in Chinese, ours where another one is wanted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from zcdesk import paths

CHINESE = "zh_CN"
"""The language the texts are written in."""


def install_language(qt: QCoreApplication, language: str) -> None:
    """Load Qt's own Chinese, and ours where the language is another."""
    QLocale.setDefault(QLocale(language))
    for name, folder in (
        (f"qtbase_{language[:2] if language[:2] != 'zh' else 'zh_CN'}", _qt_translations()),
        (f"zcdesk_{language}", str(paths.translations_dir())),
    ):
        translator = QTranslator(qt)
        if translator.load(name, folder):
            qt.installTranslator(translator)


def speak(language: str) -> None:
    """Speak a language where there may be no window: what a command prints, what an error says."""
    if language == CHINESE:
        return
    app = QCoreApplication.instance()
    if app is None:
        app = QCoreApplication(["zcdesk"])
        _KEPT.append(app)
    install_language(app, language)


_KEPT: list[QCoreApplication] = []


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
