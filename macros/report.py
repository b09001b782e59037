"""The door of `python -m macros.report`: what is done stands in `desk/report.py`."""

from macros.desk.report import main

if __name__ == "__main__":
    raise SystemExit(main())
