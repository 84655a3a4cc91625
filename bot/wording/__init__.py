"""Wording: an Answer in English or German words, numbers and dates as that language writes them."""
