"""Small pictures for the class report, as SVG with their content in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

BINS = 10
WIDTH, HEIGHT, FOOT = 420.0, 150.0, 22.0
# Patterns beside tints, so that the groups are told apart in print and by everybody.
MIDDLE = 'text-anchor="middle"'
FILLS = ("good", "part", "bad", "none", "fault")


def share_bar(counts: Mapping[str, int], groups: Sequence[str]) -> Markup:
    """One line, divided among the groups in their order."""
    total = sum(counts.get(group, 0) for group in groups) or 1
    parts, x = [], 0.0
    for group, fill in zip(groups, FILLS, strict=True):
        width = 240 * counts.get(group, 0) / total
        if width:
            parts.append(
                f'<rect x="{x:.1f}" y="1" width="{width:.1f}" height="16" class="{fill}"/>'
            )
        x += width
    said = ", ".join(f"{counts.get(g, 0)} {g}" for g in groups if counts.get(g, 0))
    return Markup(
        f'<svg role="img" viewBox="0 0 240 18" width="240"><title>{escape(said)}</title>'
        f"{''.join(parts)}</svg>"
    )


def histogram(scores: Sequence[float], most: float) -> Markup:
    """How many students have which share of the points, in ten bins; the last one is closed."""
    counts = [0] * BINS
    for score in scores:
        counts[min(int(BINS * score / most), BINS - 1)] += 1
    tallest = max(counts)
    step = WIDTH / BINS
    bars = []
    for k, count in enumerate(counts):
        height = (HEIGHT - FOOT - 18) * count / tallest
        top, x = HEIGHT - FOOT - height, k * step
        bars.append(
            f'<rect x="{x + 2:.1f}" y="{top:.1f}" width="{step - 4:.1f}" height="{height:.1f}" '
            f'class="bar"/>'
        )
        if count:
            bars.append(f'<text x="{x + step / 2:.1f}" y="{top - 4:.1f}" {MIDDLE}>{count}</text>')
    ends = f'<text x="0" y="{HEIGHT - 6}">0</text>'
    ends += f'<text x="{WIDTH}" y="{HEIGHT - 6}" text-anchor="end">{most:g} points</text>'
    base = f'<path d="M0 {HEIGHT - FOOT}H{WIDTH}" class="axis"/>'
    return Markup(
        f'<svg role="img" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}">'
        f"<title>{escape(_said(counts, most))}</title>{''.join(bars)}{base}{ends}</svg>"
    )


def _said(counts: Sequence[int], most: float) -> str:
    step = most / BINS
    parts = [f"{n} from {k * step:g} to {(k + 1) * step:g}" for k, n in enumerate(counts) if n]
    return f"Students by points: {', '.join(parts)}."
