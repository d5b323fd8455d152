"""The plan of care of one headache: what is proposed and why, what stands signed, and signing it anew."""
