"""Words of questionnaires that may be shown: own words, and notices that owners ask for. Other languages join here."""
