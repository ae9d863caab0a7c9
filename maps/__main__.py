"""``python -m maps``: the same as the ``dateline`` command."""

from maps.cli import main

if __name__ == "__main__":
    main(prog_name="dateline")
