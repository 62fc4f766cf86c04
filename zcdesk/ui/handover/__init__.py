"""The hand-over desk (材料交接): scan off a department's pile, print its list, both sides sign."""
