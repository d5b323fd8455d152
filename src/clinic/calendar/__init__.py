"""The working day: who works when and where, who comes when, and every change of it."""
