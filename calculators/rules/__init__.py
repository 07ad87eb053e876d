"""Which module answers which rule; written by `python -m smallprint build`."""

RULES = {
    "close-account": "close_account",
    "conversion-fee": "conversion_fee",
    "fixed-price-payday": "fixed_price_payday",
    "free-date": "free_date",
    "hourly-payday": "hourly_payday",
    "message-check": "message_check",
    "price-to-net": "price_to_net",
    "service-fee": "service_fee",
}
