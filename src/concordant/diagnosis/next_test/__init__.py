"""What next: the question, test or opinion that tells most, within what safety allows (decision 0014).

``rank.next_tests`` is the entrance. Nothing is imported here, so that a verdict costs no numerical library.
"""
