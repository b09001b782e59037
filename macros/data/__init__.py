"""The catalogue as data: katalog.json, the feed, and the schemas of what is written."""
