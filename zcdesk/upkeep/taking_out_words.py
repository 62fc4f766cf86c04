"""The README that goes with a full export: what every file and field is, for whoever reads it."""

from __future__ import annotations

README = """\
# 综窗台全部数据

本文件夹由 `zcdesk export --all` 写出，含个人信息，**没有加密**，请按涉密载体保管。
各文件为 UTF-8；`.jsonl` 每行一个 JSON 对象。`manifest.json` 记有时间、经办人、次序、各文件行数与
SHA-256；不用综窗台也能读、能核对。

| 文件 | 每行 |
| --- | --- |
| `acts.jsonl` | 一条办理记录（只增不改），按大厅次序 |
| `states/类别.jsonl` | 一个对象此刻的状态：`subject` 与 `state`；由办理记录推出，供查阅 |
| `persons.jsonl` | 一份个人信息记录：`ref`、`subject`、`digest`、`record`；已依法销毁的 `record` 为 null |
| `drafts.jsonl` | 一个没有办完的受理草稿 |
| `pages.jsonl` | 一页扫描件：`digest`、`size`、`named_by`、`file`（在 `pages/`）；不在本机的 `file` 为 null |
| `papers.jsonl` | 一张打印过或待打印的文书：编号、份次、状态、时间、`content`，`file` 为 PDF |
| `settings/` | 本机设置、接口设置、节假日表；`server.json` 是登录服务器的凭据 |

## 办理记录的字段

`id`（UUIDv7）、`hall`、`origin`（站点实例）、`seq`（实例内连续编号）、`clerk`（工号）、`at`（时间）、
`clock_ok`（时钟可信）、`subject`（对象，如 `case:…`、`ticket:…`）、`base`（同一对象上一条的摘要）、
`kind`（类别）、`shape`（结构版本）、`audience`（谁可看）、`prev`（同一实例上一条的摘要）、
`body_hash`、`hash`、`body`（内容；已删的为 null）、`position`、`chain`（大厅次序与链；未上送的为 null）。

## 自己核对

- `body_hash` = `sha256:` + SHA-256(`body` 的原样字节)；`body` 在行内即原样字节。
- `hash` = `sha256:` + SHA-256(信封 + `body_hash`)；信封是把 `id, hall, origin, seq, clerk, at,
  clock_ok, subject, base, kind, shape, audience, prev` 依次写成的无空格 JSON 数组。
- `chain` = `sha256:` + SHA-256(上一条的 `chain` + `|` + `hash`)，第一条的上一条为空串。
- 个人信息不在办理记录里：记录中的 `ref` 指向 `persons.jsonl`。
- 手工填写的文字（理由、意见、备注等）也不在办理记录里：`⟦words-…|n|…⟧` 指 `persons.jsonl` 中该 `ref` 的
  `typed` 第 n 项（从 0 起）；`states/` 中已换成原文，已销毁的写明已销毁。

---

Everything one station of zcdesk holds, in the clear. One JSON object to a line; the table above names
the files, the two lists the fields of an act and how its hashes are checked without the program.
"""  # noqa: E501
