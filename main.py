"""Start Annotator from a checkout: the same program as `annotator` and `python -m annotator`."""

from annotator.cli import main

if __name__ == "__main__":
    main()
