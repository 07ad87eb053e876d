"""The commands, in the order the help lists them."""

from __future__ import annotations

from smallprint.commands.build import BUILD
from smallprint.commands.calc import CALC
from smallprint.commands.check import CHECK
COMMANDS = (CHECK, EXPLAIN, BUILD, CALC, NEW, SERVE, IMPACT)
