"""One slide."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Slide:
    """What is seen (title, body, the line above the title) and what the speaker reads.

    ``kind`` says how it is laid out; ``source`` names the question, figure or checkpoint it shows.
    """

    title: str
    body: str
    kind: str = "text"
    kicker: str = ""
    source: str = ""
    say: list[str] = field(default_factory=list)
    ask: list[str] = field(default_factory=list)
    expect: list[str] = field(default_factory=list)

    def markup(self) -> str:
        """The slide as a <section>, its notes inside."""
        level = "h1" if self.kind == "title" else "h2"
        kicker = f'<p class="kicker">{self.kicker}</p>' if self.kicker else ""
        source = f' data-source="{self.source}"' if self.source else ""
        return (
            f'<section class="{self.kind}"{source}><div class="page">{kicker}'
            f"<{level}>{self.title}</{level}>"
            f'<div class="body">{self.body}</div></div>{self._notes()}</section>\n'
        )

    def _notes(self) -> str:
        parts = ""
        for name, lines in (("Say", self.say), ("Ask", self.ask), ("Expect", self.expect)):
            if lines:
                said = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
                parts += f"<h3>{name}</h3>{said}"
        return f'<aside class="notes">{parts}</aside>' if parts else ""
