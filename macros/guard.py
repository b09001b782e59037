"""The door of `python -m macros.guard`: what is done stands in `desk/guard.py`."""

from macros.desk.guard import main

if __name__ == "__main__":
    raise SystemExit(main())
