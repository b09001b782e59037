"""From the bytes of a data file to values with the place of each, and to what must be mended, told in Danish."""
