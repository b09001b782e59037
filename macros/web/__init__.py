"""The web: which pages there are, what stands on them, what is found in them. Only `generated` knows a generator."""
