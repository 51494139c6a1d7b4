"""The macro of the page of licences."""

from macros.licences import parts

NBSP = "\u00a0"


def licences(*, inside: bool = False) -> str:
    """What of others' work the site ships, or what is `inside` of that; call it at column 0.

    The first is a table in Markdown, the second a list by licence.
    """
    chosen = [part for part in parts() if bool(part.use) != inside]
    if not inside:
        rows = [
            f"| **{part.name}** — {part.use} | {part.version or '—'} | {part.licence} |"
            for part in chosen
        ]
        return "\n".join(["| Что | Версия | Лицензия |", "| --- | --- | --- |", *rows])
    grouped: dict[str, list[str]] = {}
    for part in chosen:
        grouped.setdefault(part.licence, []).append(f"{part.name}{NBSP}{part.version}")
    return "\n".join(f"- **{licence}:** {', '.join(grouped[licence])}." for licence in grouped)
