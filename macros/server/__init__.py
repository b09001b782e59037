"""The server behind `make serve`: watches the files, makes pages when they are asked for, tells what must be mended."""
