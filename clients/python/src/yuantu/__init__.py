"""Ask a running Yuantu server and get pandas frames back."""

from .client import Problem, Yuantu

__all__ = ["Problem", "Yuantu"]
