"""The door of `python -m macros.new`: what is done stands in `desk/new.py`."""

from macros.desk.new import main

if __name__ == "__main__":
    raise SystemExit(main())
