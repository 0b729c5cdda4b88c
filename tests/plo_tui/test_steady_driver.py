"""A signal that comes once the app has ended, while its backup on closing is being made."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no such signals", allow_module_level=True)

from textual.app import App

from plo_tui.steady_driver import SteadyDriver


class Ended(App[None]):
    """An app that could be ended, were it still there."""

    def end(self, code: int) -> None:
        raise AssertionError(code)


def test_a_closed_window_after_the_app_has_ended_stops_nothing() -> None:
    before = {number: signal.getsignal(number) for number in SIGNALS}

    async def made() -> SteadyDriver:
        return SteadyDriver(Ended())

    try:
        driver = asyncio.run(made())
        os.kill(os.getpid(), signal.SIGHUP)
        os.kill(os.getpid(), signal.SIGTERM)
        driver._sigtstp_application()
        driver._sigcont_application()
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)


SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGTSTP, signal.SIGCONT)
