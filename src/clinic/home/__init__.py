"""What a person does at home: the programme of their signed plan, its clock, its sheet of paper, and the time after."""
