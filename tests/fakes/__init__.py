"""Fakes of the platforms' real wire protocols: the genuine SDKs connect to them over a real socket."""
