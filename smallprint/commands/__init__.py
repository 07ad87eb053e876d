"""The commands, in the order the help lists them."""

from __future__ import annotations

from smallprint.commands.build import BUILD
from smallprint.commands.calc import CALC
from smallprint.commands.check import CHECK
from smallprint.commands.due import DUE
from smallprint.commands.explain import EXPLAIN
from smallprint.commands.fmt import FMT
from smallprint.commands.headers import HEADERS
from smallprint.commands.impact import IMPACT
from smallprint.commands.new import NEW
from smallprint.commands.prove import PROVE
from smallprint.commands.serve import SERVE

COMMANDS = (CHECK, EXPLAIN, FMT, BUILD, HEADERS, CALC, NEW, IMPACT, PROVE, SERVE, DUE)
