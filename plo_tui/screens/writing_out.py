"""Writing a document off the screen's thread, with its line kept on the store's."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from plo_tui.giving_out import write_given_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from agenda.printed import Printed
    from plo_tui.desk import Desk
    from plo_tui.giving_out import Write


async def write_out(desk: Desk, case_id: UUID, printed: Printed, to: str, write: Write) -> None:
    """Write a document that is given out (`write_given_out`), with no key waiting for it."""
    await asyncio.to_thread(write_given_out, doing(desk), case_id, printed, to, write)


def doing(desk: Desk) -> Callable[..., Any]:
    """Return what does a verb from a thread that may wait for it."""
    loop = asyncio.get_running_loop()

    def do(verb: Any, *args: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(desk.do(verb, *args), loop).result()

    return do
