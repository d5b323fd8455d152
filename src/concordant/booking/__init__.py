"""Booking: prescribed series become a calendar that obeys the plan and the payer, and says why something did not fit."""
