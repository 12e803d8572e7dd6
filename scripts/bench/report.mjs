/** Tables of Markdown, and curves as SVG. */

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export function milliseconds(value) {
  if (value === undefined) return '–';
  return value >= 10_000
    ? `${(value / 1000).toFixed(1)} s`
    : `${value >= 100 ? Math.round(value) : value.toFixed(1)} ms`;
}

export function ratio(value, other) {
  return value === undefined || other === undefined ? '–' : `${(value / other).toFixed(2)} ×`;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [420, 280, 56, 40, 34, 16];

/**
 * A plot of how long it takes to make so many times as much; the straight line is what it would take if every part took
 * as long as the last one.
 * @param points [{ size, time }] in order
 */
export function growthPlot(title, unit, points) {
  const last = points.at(-1);
  const most = Math.max(...points.map(({ time }) => time)) * 1.05;
  const x = (size) => LEFT + (size / last.size) * (WIDTH - LEFT - RIGHT);
  const y = (time) => HEIGHT - BOTTOM - (time / most) * (HEIGHT - BOTTOM - TOP);
  const at = ({ size, time }) => `${x(size).toFixed(1)},${y(time).toFixed(1)}`;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * most);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">
<title>${title}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="13" font-weight="bold">${title}</text>
${ticks.map((time) => `<path d="M${LEFT} ${y(time).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 6}" y="${(y(time) + 4).toFixed(1)}" text-anchor="end">${milliseconds(time).replace(/\.\d ms/, ' ms')}</text>`).join('\n')}
${points.map(({ size }) => `<text x="${x(size).toFixed(1)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${size}</text>`).join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${unit}</text>
<path d="M${at({ size: points[0].size, time: points[0].time })}L${at(last)}" stroke="#999" stroke-dasharray="4 4" fill="none"/>
<polyline points="${points.map(at).join(' ')}" fill="none" stroke="#0b4f9c" stroke-width="2"/>
${points.map((point) => `<circle cx="${at(point).replace(',', '" cy="')}" r="3" fill="#0b4f9c"/>`).join('\n')}
</svg>
`;
}
