const SVG = 'http://www.w3.org/2000/svg';

/** Tandem's mark: two wheels that turn together. */
export function drawMark(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 24');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  for (const [x, name] of [
    [11, 'one'],
    [21, 'other'],
  ] as const) {
    const wheel = document.createElementNS(SVG, 'circle');
    for (const [key, value] of Object.entries({ cx: x, cy: 12, r: 8.5, class: name }))
      wheel.setAttribute(key, String(value));
    svg.append(wheel);
  }
  return svg;
}
