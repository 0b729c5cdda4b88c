"""The same document, the same bytes: a package whose members carry one fixed date."""

from __future__ import annotations

import io
import zipfile

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP file can hold."""

_UNIX = 3


def repack(package: bytes) -> bytes:
    """Return a ZIP package with the same members in the same order, dated alike."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX  # what else would differ between systems
            new.writestr(member, old.read(name))
    return packed.getvalue()
