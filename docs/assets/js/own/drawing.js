// Small drawings made in the browser from the reader's own material.

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Steps over time as a line: `points` [{day: "yyyy-mm-dd", step}] in order, `steps` how many there are. */
export function timeline(points, steps) {
  const [width, height, left, foot] = [400, 40 + steps * 28, 28, 30];
  const times = points.map(({ day }) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = (time) => left + 30 + (last === first ? (width - left - 60) / 2 : ((time - first) / (last - first)) * (width - left - 60));
  const y = (step) => height - foot - (step - 0.5) * 28;
  const made = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", class: "kurve" });
  for (let step = 1; step <= steps; step += 1) {
    made.append(svg("line", { x1: left, x2: width, y1: y(step), y2: y(step), class: "kurve__net" }));
    made.append(svg("text", { x: 8, y: y(step) + 5, "font-size": 15 }, String(step)));
  }
  made.append(svg("polyline", { points: points.map(({ step }, i) => `${x(times[i])},${y(step)}`).join(" "), class: "kurve__linje" }));
  for (const [i, { step }] of points.entries()) made.append(svg("circle", { cx: x(times[i]), cy: y(step), r: 7, class: "kurve__punkt" }));
  const label = (at, anchor, day) => svg("text", { x: at, y: height - 6, "font-size": 13, "text-anchor": anchor }, day);
  made.append(label(x(first), "middle", points[0].day));
  if (last !== first) made.append(label(x(last), "middle", points.at(-1).day));
  return made;
}

/** How answers spread on a scale from 1 to `most`: a dot for each answer, stacked, and a line from lowest to highest. */
export function spread(values, most) {
  const [width, height, step] = [400, 84, 360 / (most - 1)];
  const x = (value) => 20 + (value - 1) * step;
  const made = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", class: "spredning" });
  made.append(svg("line", { x1: x(1), x2: x(most), y1: 58, y2: 58, class: "kurve__net" }));
  made.append(svg("line", { x1: x(Math.min(...values)), x2: x(Math.max(...values)), y1: 58, y2: 58, class: "kurve__linje" }));
  for (let value = 1; value <= most; value += 1) {
    const count = values.filter((one) => one === value).length;
    made.append(svg("text", { x: x(value), y: 82, "font-size": 15, "text-anchor": "middle" }, String(value)));
    const gap = Math.min(15, 48 / Math.max(1, count));
    for (let i = 0; i < count; i += 1) made.append(svg("circle", { cx: x(value), cy: 58 - i * gap, r: 7, class: "kurve__punkt" }));
  }
  return made;
}

/** Where a group leans between two ends, from 1 to 5: a mark on a line. */
export function lean(value) {
  const made = svg("svg", { viewBox: "0 0 200 20", "aria-hidden": "true", class: "spredning" });
  made.append(svg("line", { x1: 8, x2: 192, y1: 10, y2: 10, class: "kurve__net" }));
  for (let at = 1; at <= 5; at += 1) made.append(svg("circle", { cx: 8 + (at - 1) * 46, cy: 10, r: at === value ? 8 : 2.5, class: "kurve__punkt" }));
  return made;
}

/** How far a list is, as a span of the bridge: `done` of `all` filled. */
export function span(done, all) {
  const made = svg("svg", { viewBox: "0 0 100 14", "aria-hidden": "true", class: "spand", preserveAspectRatio: "none" });
  made.append(svg("rect", { x: 0, y: 4, width: 100, height: 6, class: "spand__tom" }));
  if (done) made.append(svg("rect", { x: 0, y: 1, width: (100 * done) / all, height: 12, class: "spand__fyldt" }));
  return made;
}
