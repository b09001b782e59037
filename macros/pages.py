"""The door of `python -m macros.pages`: what is done stands in `web/pages.py`."""

from macros.web.pages import main

if __name__ == "__main__":
    raise SystemExit(main())
