"""The door of `python -m macros.upgrade`: what is done stands in `desk/upgrade.py`."""

from macros.desk.upgrade import main

if __name__ == "__main__":
    raise SystemExit(main())
