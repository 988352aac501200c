// The one front end of every widget: native controls, a picture, a sentence and a table.
// It knows nothing of the subject. Python sends `spec` once and a `frame` for every state of the
// controls; this file shows the frame and sends `values` back. No mathematics is done here.

const KEYS = { "data-lm-suppress-shortcuts": "true" }; // keys stay here, JupyterLab does not act on them
const QUIET_MS = 700; // a screen reader hears the sentence once the controls have come to rest
// A server's first small message leaves at once, the second (the frame) only when the browser has
// acknowledged the first, which browsers put off by 40 ms unless they have something to send. An
// empty message shortly after a change carries the acknowledgement; a newer change makes it needless.
const NUDGE_MS = [5, 12];

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// One builder per kind of control. Each returns its node and a function that shows a value.
const build = {
  range(control, send) {
    const { label, unit, decimals, stops, low, high, step } = control;
    const ends = stops ? { min: 0, max: stops.length - 1, step: 1 } : { min: low, max: high, step };
    const input = make("input", { type: "range", ...ends, ...KEYS });
    const output = make("output", { "aria-live": "off" });
    input.addEventListener("input", () => send(stops ? stops[input.value] : input.valueAsNumber));
    const show = (value) => {
      const place = stops ? stops.indexOf(value) : value;
      if (input.valueAsNumber !== place) input.value = place;
      output.textContent = `${value.toFixed(decimals).replace("-", "−")} ${unit}`.trim();
      input.setAttribute("aria-valuetext", output.textContent);
    };
    return { node: make("div", {}, make("label", {}, make("span", {}, label), input), output), show };
  },
  select({ label, options }, send) {
    const input = make("select", KEYS, ...options.map((text) => make("option", { value: text }, text)));
    input.addEventListener("change", () => send(input.value));
    const node = make("div", {}, make("label", {}, make("span", {}, label), input));
    return { node, show: (value) => (input.value = value) };
  },
  radio({ label, options }, send) {
    const group = `course-${Math.random().toString(36).slice(2)}`;
    const inputs = options.map((text) => make("input", { type: "radio", name: group, value: text, ...KEYS }));
    inputs.forEach((input) => input.addEventListener("change", () => send(input.value)));
    const labels = inputs.map((input) => make("label", {}, input, make("span", {}, input.value)));
    const node = make("fieldset", {}, make("legend", {}, label), ...labels);
    return { node, show: (value) => inputs.forEach((input) => (input.checked = input.value === value)) };
  },
  checkbox({ label }, send) {
    const input = make("input", { type: "checkbox", ...KEYS });
    input.addEventListener("change", () => send(input.checked));
    const node = make("div", {}, make("label", {}, input, make("span", {}, label)));
    return { node, show: (value) => (input.checked = value) };
  },
  button({ label }, send) {
    let presses = 0;
    const node = make("button", { type: "button", ...KEYS }, label);
    node.addEventListener("click", () => send(presses + 1));
    return { node, show: (value) => (presses = value) };
  },
};

function fill(table, { caption, head, rows }) {
  const texts = [caption, ...head, ...rows.flat()];
  if (table.querySelectorAll("caption, th, td").length !== texts.length) {
    const top = head.map(() => make("th", { scope: "col" }));
    const body = rows.map((row) =>
      make("tr", {}, ...row.map((_, i) => (i ? make("td") : make("th", { scope: "row" })))));
    table.replaceChildren(make("caption"), make("thead", {}, make("tr", {}, ...top)), make("tbody", {}, ...body));
  }
  table.querySelectorAll("caption, th, td").forEach((cell, i) => {
    if (cell.textContent !== texts[i]) cell.textContent = texts[i];
  });
}

function render({ model, el }) {
  const { title, controls, width, height } = model.get("spec");
  let nudges = [];
  const send = (changes) => {
    model.set("values", { ...model.get("values"), ...changes });
    model.save_changes();
    nudges.forEach(clearTimeout);
    nudges = NUDGE_MS.map((delay) => setTimeout(() => model.send?.({}), delay));
  };
  const parts = controls.map((control) => {
    const part = build[control.kind](control, (value) => send({ [control.name]: value }));
    return { ...part, name: control.name };
  });
  const reset = make("button", { type: "button", ...KEYS }, "Reset");
  reset.addEventListener("click", () => send(model.get("spec").start));
  const image = make("img", { width, height, alt: "" });
  const sentence = make("p", { class: "course-sentence" });
  const said = make("p", { class: "course-said", "aria-live": "polite", "aria-atomic": "true" });
  const table = make("table");
  const bar = make("div", { class: "course-controls" }, ...parts.map(({ node }) => node), reset);
  const reading = make("div", { class: "course-reading" }, sentence, table);
  const body = make("div", { class: "course-body" }, image, reading);
  const name = make("p", { class: "course-title" }, title);
  el.append(make("div", { class: "course-panel", role: "group", "aria-label": title }, name, bar, body, said));

  let timer;
  const showValues = () => parts.forEach(({ name, show }) => show(model.get("values")[name]));
  const showFrame = () => {
    const frame = model.get("frame");
    const embedded = typeof frame.png === "string";
    const url = embedded ? frame.png : URL.createObjectURL(new Blob([frame.png], { type: "image/png" }));
    image.onload = image.onerror = embedded ? null : () => URL.revokeObjectURL(url);
    image.src = url;
    image.alt = frame.alt;
    fill(table, frame.table);
    if (sentence.textContent && sentence.textContent !== frame.sentence) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        said.textContent = frame.sentence;
        timer = setTimeout(() => (said.textContent = ""), 10 * QUIET_MS);
      }, QUIET_MS);
    }
    sentence.textContent = frame.sentence;
  };
  model.on("change:values", showValues);
  model.on("change:frame", showFrame);
  showValues();
  showFrame();
  return () => {
    clearTimeout(timer);
    model.off?.("change:values", showValues);
    model.off?.("change:frame", showFrame);
  };
}

export default { render };
