"""`capex serve` as a process of its own, against local servers of both platforms."""
