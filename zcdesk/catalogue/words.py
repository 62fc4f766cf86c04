"""The words of material names by what they do to a name; data for `names`, no rule of its own."""

from __future__ import annotations

_TABLE = {
    # Open words: whatever follows is not counted out.
    "O": "其他 其它 其余 别的 另外 各类 各种 各式 各项 任何 所有 一切 全部 全套 整套",
    "R": "相关 有关 所需 必要 必需 必备",
    "E": "等 等等",
    # General nouns. F and M stay general even with the procedure named: 其他审批材料.
    "P": """证件 证书 证照 凭证 凭据 单据 票据 附件 要件 物件 物品 东西 证据 证明书 批文 报告
        表格 表单 文本 原件 复印件 复制件 影印件 扫描件 电子件 电子版""",
    "F": "文件 文书 文档 证明",
    "M": "材料 资料 手续",
    # Nouns that become concrete with whatever stands before them: 用地情况说明.
    "S": "说明 情况 事项 信息 内容 清单 目录 数据 问题 条件 情形",
    "y": "的 之",
    # Handing in, having to, prescribing, and who prescribes.
    "v": """提交 提供 提报 报送 递交 出示 出具 补交 准备 携带 上交 呈报 交验 交 附 附上""",
    "d": "应当 应该 应 需要 需 须 必须 一并 可能 再",
    "q": "规定 要求 认为 指定 通知",
    "l": """法律 法规 行政法规 地方性法规 规章 规范 规范性文件 国家 国务院 条例 办法 细则 法
        政策 决定 上级 政府 部门 机关 机构 单位 窗口 主管 人员 局 委 厅 省 市 区 县 条 款
        大厅 中心 指南 手册 规程""",
    # Words that say a fact is to be proved, by whatever rule.
    "g": "符合 满足 达到 具备 遵守 违反 合乎 属于",
    "b": """补充 补正 补齐 附加 额外 配套 佐证 支撑 辅助 相应 对应 后续 另附 支持性 支撑性
        辅助性 补充性""",
    "c": """审批 登记 备案 许可 批准 核准 审查 审核 验收 注册 报建 评审 年检 技术 项目 工程""",
    "f": "前置 资质 资格 同意 程序 义务",
    "n": "一 二 两 三 四 五 六 七 八 九 十 几 若干 甲 乙 丙 丁 特 份 个 套 样",
    # Words that make no noun concrete.
    "w": """所 各 些 另 另行 类 种 项 关联 主要 重要 关键 基本 有效 合法 合规 真实 完整 书面
        文字 纸质 电子 图文 具体 详细 支持 印证 旁证 证明性 说明性 申请 申报 报批 报审 送审
        办理 办事 办件 业务 可以 能够 可 能 方面 种类 类型 以上 上述 下列 确定 法定 依法 按照
        按 根据 依照 依据 视 实际 酌情 同时 如有 如 本次 本 该 申请人 当事人 明确 一式""",
    # Concrete words with letters that would be taken for one of the above.
    "x": """等级 等离子 等额 等次 等同 等价 等效 等候 等待 等值 等保 等位 等比 高等 中等 初等
        同等 平等 对等 均等 优等 合同 共同 协同 连同 会同 水平 身高 提高 集中 其中 核对 供应
        响应 反应 适应 效应 感应 技术员 资料员 材料员 交通 交易 交付 附属 法人 法院 区域 市场
        省份 条码 可行 能源 能力 类别 种子 种植 各自 如下 本人 本科 建筑材料 原材料""",
}

CLASS_OF = {word: letter for letter, words in _TABLE.items() for word in words.split()}
LONGEST = max(map(len, CLASS_OF))


def classes(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the class of each word, the longest word first, and where each begins.

    A letter that no word covers is `x`, something concrete; digits are a number.
    """
    found, starts, at = "", [], 0
    while at < len(text):
        word = next(
            (part for size in range(LONGEST, 1, -1) if (part := text[at : at + size]) in CLASS_OF),
            text[at],
        )
        found += "n" if word.isdigit() else CLASS_OF.get(word, "x")
        starts.append(at)
        at += len(word)
    return found, tuple(starts)
