"""What the signs of a claim weigh, fitted to questions whose right claims are known."""
