"""Where a device hangs, in plain words; the address as it is written stands in the fields."""

from __future__ import annotations

from urllib.parse import unquote

from zcdesk.devices.kinds import Fitted
from zcdesk.ui.device_words import device_words
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_PLACES = {
    "serial": QT_TRANSLATE_NOOP("device_place", "串口 {place}"),
    "tcp": QT_TRANSLATE_NOOP("device_place", "网络 {place}"),
    "ipp": QT_TRANSLATE_NOOP("device_place", "打印队列 {place}"),
    "ipps": QT_TRANSLATE_NOOP("device_place", "打印队列 {place}"),
    "system": QT_TRANSLATE_NOOP("device_place", "系统打印机 {place}"),
    "file": QT_TRANSLATE_NOOP("device_place", "文件夹 {place}"),
    "folder": QT_TRANSLATE_NOOP("device_place", "文件夹 {place}"),
    "camera": QT_TRANSLATE_NOOP("device_place", "拍照程序 {place}"),
    "keys": QT_TRANSLATE_NOOP("device_place", "键盘按键 {place}"),
    "sim": QT_TRANSLATE_NOOP("device_place", "模拟"),
}
_NOWHERE = QT_TRANSLATE_NOOP("device_place", "未连接")
_LAST_PART = ("ipp", "ipps", "file", "folder", "serial")
"""Of these only the end of the path is what somebody calls them by."""


def connection_words(one: Fitted) -> str:
    """Say what a device is and where it hangs: 热敏 58 · 串口 ttyUSB0."""
    if not one.url:
        return words("device_place", _NOWHERE)
    places = dict.fromkeys(place_words(url) for url in one.url.split(" + "))
    said = "、".join(places)
    name = device_words(one.name)
    return f"{name} · {said}" if name and name not in said else said


def place_words(url: str) -> str:
    """Say one address in words; one of a kind nobody named stays as it is written."""
    scheme, _, rest = url.partition(":")
    place = unquote(rest.partition("?")[0]).strip("/")
    if scheme in _LAST_PART:
        place = place.rpartition("/")[2]
    elif scheme == "camera":
        place = place.partition(" ")[0]
    said = _PLACES.get(scheme)
    if said is None:
        return url.partition("?")[0]
    return words("device_place", said).format(place=place).strip()
