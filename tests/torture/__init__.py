"""What breaks an index if anything does: kills, damage, swaps under load. Run it with: make torture."""
