"""The door of `python -m macros.pdf`: what is done stands in `paper/press.py`."""

from macros.paper.press import main

if __name__ == "__main__":
    raise SystemExit(main())
