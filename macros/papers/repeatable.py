"""Office files whose bytes depend on nothing but what is in them."""

import io
import re
import zipfile
from datetime import UTC, datetime

# No paper is of any day: what it is made of has a history of its own.
DAY = datetime(2026, 1, 1, tzinfo=UTC)
CORE = "docProps/core.xml"
CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def packed(file: bytes) -> bytes:
    """The same file with one day for all that is in it, and for its making."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as given,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in given.namelist():
            content = given.read(name)
            if name == CORE:
                content = CHANGED.sub(rb"\g<1>" + f"{DAY:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            # Its own day is the first of 1980.
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return result.getvalue()
