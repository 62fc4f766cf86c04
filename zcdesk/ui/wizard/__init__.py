"""The first start step by step (ux 2.18), before there is a hall and after."""
