"""What editors and maintainers run: check, form, guard, report, review. Reads the catalogue, makes no page of it."""
