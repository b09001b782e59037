"""The door of `python -m macros.review`: what is done stands in `desk/review.py`."""

from macros.desk.review import main

if __name__ == "__main__":
    raise SystemExit(main())
