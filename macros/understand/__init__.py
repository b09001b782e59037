"""What the models make of a document: read as it was meant, or refused, and told in Danish why."""
