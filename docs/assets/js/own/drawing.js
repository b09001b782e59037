// Small drawings made in the browser from the reader's own material.

/** @typedef {Record<string, string | number>} Attributes */

/**
 * An SVG element with attributes and children.
 * @param {string} name @param {Attributes} attributes @param {(Node | string)[]} children
 */
export function svg(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/**
 * A drawing that is not read aloud.
 * @param {number} width @param {number} height @param {string} kind @param {Node[]} children
 */
const drawing = (width, height, kind, ...children) =>
  svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", class: kind }, ...children);

/** @param {number} x1 @param {number} x2 @param {number} y @param {string} kind */
const line = (x1, x2, y, kind) => svg("line", { x1, x2, y1: y, y2: y, class: kind });
/** @param {number} cx @param {number} cy */
const dot = (cx, cy, r = 7) => svg("circle", { cx, cy, r, class: "kurve__punkt" });
/** @param {number} x @param {number} y @param {string | number} words @param {Attributes} more */
const words = (x, y, words, more) => svg("text", { x, y, ...more }, String(words));

/**
 * Whole numbers from `low` to `high`.
 * @param {number} low @param {number} high
 */
const range = (low, high) => Array.from({ length: high - low + 1 }, (_, index) => low + index);

/**
 * Steps over time as a line.
 * @param {{day: string, step: number}[]} points in order, their days as yyyy-mm-dd @param {number} steps how many there are
 */
export function timeline(points, steps) {
  const [width, height, left, foot, row] = [400, 40 + steps * 28, 28, 30, 28];
  const times = points.map(({ day }) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = width - left - 60;
  /** @param {number} time */
  const x = (time) => left + 30 + (last === first ? room / 2 : ((time - first) / (last - first)) * room);
  /** @param {number} step */
  const y = (step) => height - foot - (step - 0.5) * row;
  const net = range(1, steps).flatMap((step) => (
    [line(left, width, y(step), "kurve__net"), words(8, y(step) + 5, step, { "font-size": 15 })]
  ));
  const path = points.map(({ step }, i) => `${x(times[i])},${y(step)}`).join(" ");
  const days = last === first ? [points[0]] : [points[0], points[points.length - 1]];
  return drawing(
    width, height, "kurve", ...net, svg("polyline", { points: path, class: "kurve__linje" }),
    ...points.map(({ step }, i) => dot(x(times[i]), y(step))),
    ...days.map(({ day }) => words(x(Date.parse(day)), height - 6, day, { "font-size": 13, "text-anchor": "middle" })),
  );
}

/**
 * How answers spread on a scale from 1 to `most`: a dot for each answer, stacked, and a line from lowest to highest.
 * @param {number[]} values @param {number} most
 */
export function spread(values, most) {
  const [foot, step] = [58, 360 / (most - 1)];
  /** @param {number} value */
  const x = (value) => 20 + (value - 1) * step;
  const columns = range(1, most).flatMap((value) => {
    const count = values.filter((one) => one === value).length;
    const gap = Math.min(15, 48 / Math.max(1, count));
    const label = words(x(value), 82, value, { "font-size": 15, "text-anchor": "middle" });
    return [label, ...range(1, count).map((n) => dot(x(value), foot - (n - 1) * gap))];
  });
  const ends = line(x(Math.min(...values)), x(Math.max(...values)), foot, "kurve__linje");
  return drawing(400, 84, "spredning", line(x(1), x(most), foot, "kurve__net"), ends, ...columns);
}

/**
 * Where a group leans between two ends, from 1 to 5: a mark on a line.
 * @param {number} value
 */
export function lean(value) {
  const marks = range(1, 5).map((at) => dot(8 + (at - 1) * 46, 10, at === value ? 8 : 2.5));
  return drawing(200, 20, "spredning", line(8, 192, 10, "kurve__net"), ...marks);
}

/**
 * How far a list is, as a span of the bridge: `done` of `all` filled.
 * @param {number} done @param {number} all
 */
export function span(done, all) {
  const made = drawing(100, 14, "spand", svg("rect", { x: 0, y: 4, width: 100, height: 6, class: "spand__tom" }));
  made.setAttribute("preserveAspectRatio", "none");
  if (done) made.append(svg("rect", { x: 0, y: 1, width: (100 * done) / all, height: 12, class: "spand__fyldt" }));
  return made;
}
