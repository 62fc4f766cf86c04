"""What travels to other systems, as the clerk sees it: platform numbers, messages, 二次录入."""
