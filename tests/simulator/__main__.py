"""More histories than the suite runs: `make simulate SEED=1 RUNS=10000`; one again: `make simulate SEED=7 RUNS=1`."""

from __future__ import annotations

import sys
import time

import click
from tests.simulator.history import STEPS, History
from tests.simulator.oracles import Broken


@click.command()
@click.option("--seed", default=0, show_default=True, help="The first seed.")
@click.option("--runs", default=500, show_default=True, help="How many histories.")
@click.option("--steps", default=STEPS, show_default=True, help="Steps of each; another number is another history.")
def simulate(seed: int, runs: int, steps: int) -> None:
    """Run histories of stations and a hub, and ask the oracles after each."""
    began, broken = time.process_time(), 0
    for number in range(seed, seed + runs):
        history = History(number, steps)
        try:
            history.run()
        except Broken as fault:
            broken += 1
            click.echo("\n".join([str(fault), *(history.log if runs == 1 else ())]))
    spent = time.process_time() - began
    click.echo(f"{runs} histories, {broken} broken, {1000 * spent / runs:.0f} ms each")
    sys.exit(bool(broken))


if __name__ == "__main__":
    simulate()
