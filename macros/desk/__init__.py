"""What editors, maintainers and owners run: check, form, guard, report, review, new, upgrade. Makes no page."""
