"""The door of `python -m macros.check`: what is done stands in `desk/check.py`."""

from macros.desk.check import main

if __name__ == "__main__":
    raise SystemExit(main())
