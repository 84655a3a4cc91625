"""What channels are owed, worked out from the base and the records; sending it is for the platforms."""
