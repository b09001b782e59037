"""The door of `python -m macros.form`: what is done stands in `desk/formatter.py`."""

from macros.desk.formatter import main

if __name__ == "__main__":
    raise SystemExit(main())
