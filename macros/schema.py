"""The door of `python -m macros.schema`: what is done stands in `data/schema.py`."""

from macros.data.schema import main

if __name__ == "__main__":
    raise SystemExit(main())
