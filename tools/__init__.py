"""What the Makefile asks of the machine before anything of the catalogue runs."""
