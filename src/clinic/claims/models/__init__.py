from clinic.claims.models.claim import Claim, Payer
from clinic.claims.models.documents import Adjustment, CreditNote, Invoice, InvoicedLine, Payment
from clinic.claims.models.line import InvoiceLine, Item, LineEvent, Route, State
from clinic.claims.models.posting import Account, Posting
from clinic.claims.models.tax import TaxRule
from clinic.claims.models.terms import FeeLimit, Licence, Membership, Price, VendorNumber
from clinic.claims.models.withdrawal import Withdrawal

__all__ = [
    "Account",
    "Adjustment",
    "Claim",
    "CreditNote",
    "FeeLimit",
    "Invoice",
    "InvoiceLine",
    "InvoicedLine",
    "Item",
    "Licence",
    "LineEvent",
    "Membership",
    "Payer",
    "Payment",
    "Posting",
    "Price",
    "Route",
    "State",
    "TaxRule",
    "VendorNumber",
    "Withdrawal",
]
