"""事项管理: what the hall's matters say, who changes it and when it begins."""
