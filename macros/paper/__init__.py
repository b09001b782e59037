"""Paper: what a PDF is set from, and the engine that sets it."""
