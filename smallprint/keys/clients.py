"""The keys of `policy/clients.yaml`: what the page of a reader's own clients reads, keeps, shows and compares."""

from __future__ import annotations

from smallprint.keys.shapes import Shape

COLUMNS = ("date", "reference", "type", "description", "client", "contract", "amount", "local", "currency")
ROWS = ("payment", "refund", "fee", "other")
FILLED = ("last-payment", "fees")

CLIENTS = Shape.of(
    "the file of clients",
    "statements!: How the platform's exports are written, and which rule works out a payment's fee.",
    "keeps!: What the dashboard keeps of each client, besides the name.",
    "shows!: What it shows of each client, by which rule.",
    "compares!: Comparisons that put several rules together.",
)
STATEMENTS = Shape.of(
    "what is known of statements",
    "fee!: The rule that works out a payment's fee.",
    f"columns!: The names a column may have, by what is in it: {', '.join(COLUMNS)}.",
    f"kinds!: The words that say what a row is, by kind: {', '.join(ROWS)}.",
    "sums: Words that begin a row which adds up others.",
    "refers: Words before the reference of the payment that a fee belongs to.",
)
FEE_OF = Shape.of(
    "the fee of a payment",
    "rule!: The rule's id.",
    "answer!: Its answer that is the fee.",
    "amount!: Its input for the payment.",
    "day!: Its input for the day of the payment.",
    "before: Its input for what was billed to the client before; added up from the rows.",
)
KEPT = Shape.of(
    "something kept of a client",
    "ask!: The question in plain words.",
    "noun!: Two or three words that name the value in a table.",
    "kind!: date, money, rate or yesno.",
    "why!: What it is good for, one sentence.",
    "per: The unit the amount is for, such as hour.",
    f"fills: What of a statement fills it in: {', '.join(FILLED)}.",
)
SHOW = Shape.of(
    "something shown of a client",
    "rule!: The rule's id.",
    "answer!: The answer to show.",
    "label!: Its name for a reader.",
    "with!: Which input takes which kept value; `today` is the reader's own day.",
    "say: Inputs that are always the same: a choice, or yes or no.",
    "only: The kept value without which nothing is shown.",
)
COMPARISON = Shape.of(
    "a comparison",
    "id!: Its name in links.",
    "question!: The question a reader has.",
    "short!: One sentence that says what is worked out.",
    "rule!: The rule that is answered for both.",
    "takes!: Inputs of the rule that another rule answers.",
    "first!: What the first of the two is called.",
    "second!: What the second of the two is called.",
)
TAKE = Shape.of(
    "an input that another rule answers",
    "rule!: The other rule's id.",
    "answer!: Its answer.",
    "with: Inputs of the other rule that take another input's value, by name.",
    "share_of: The other rule's amount of which the answer is a share, where a rate is wanted.",
)
