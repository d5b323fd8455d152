"""Chapter 3: trigeminal autonomic cephalalgias, the side-locked mimics."""
