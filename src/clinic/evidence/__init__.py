"""The evidence behind what the clinic advises: figures, advice, trials, and pools that are computed anew."""
