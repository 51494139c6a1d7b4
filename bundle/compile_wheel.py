"""Rewrite /in.whl as /out.whl with byte code in place of sources; runs inside Pyodide."""

import base64
import hashlib
import importlib.util
import marshal
import zipfile

NO_DOCSTRINGS = 2
# PEP 552: magic number, flags for a hash that is never checked, the hash's eight bytes.
HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


def compiled(name: str, data: bytes) -> tuple[str, bytes]:
    """A member of the wheel as it will be shipped."""
    if not name.endswith(".py"):
        return name, data
    code = compile(data, name, "exec", dont_inherit=True, optimize=NO_DOCSTRINGS)
    return name + "c", HEADER + marshal.dumps(code)


with zipfile.ZipFile("/in.whl") as before:
    members = [
        compiled(name, before.read(name))
        for name in before.namelist()
        if not name.endswith("/RECORD")
    ]
    record = next(name for name in before.namelist() if name.endswith("/RECORD"))

lines = []
with zipfile.ZipFile("/out.whl", "w", zipfile.ZIP_DEFLATED) as after:
    for name, data in members:
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
        after.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    after.writestr(zipfile.ZipInfo(record), "".join(lines) + f"{record},,\n")
