"""What the page templates show and a policy does not say outright: ages, worked examples, comparisons, registers."""
