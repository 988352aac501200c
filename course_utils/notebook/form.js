// The form of a question, of native controls. Python sends `spec` once and a `reply` after every
// press of a button; this file shows them and tells Python which button was pressed.

const KEYS = { "data-lm-suppress-shortcuts": "true" }; // keys stay here, JupyterLab does not act on them

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function withMarkup(node, markup) {
  node.innerHTML = markup; // made and escaped by Python
  return node;
}

function slider(lowest) {
  const range = { type: "range", min: lowest, max: 100, step: 5, value: lowest };
  const input = make("input", { ...range, ...KEYS });
  const output = make("output", { "aria-live": "off" });
  const show = () => {
    const percent = input.valueAsNumber;
    const words = percent >= 100 ? ", certain" : percent <= lowest ? ", a guess" : "";
    output.textContent = `${percent} %${words}`;
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", show);
  show();
  const label = make("label", {}, make("span", {}, "How sure are you?"), input);
  return { input, show, node: make("div", { class: "course-sure" }, label, output) };
}

function render({ model, el }) {
  const { title, question, options, buttons, lowest } = model.get("spec");
  const group = `course-${Math.random().toString(36).slice(2)}`;
  const radios = options.map(({ letter }) =>
    make("input", { type: "radio", name: group, value: letter, ...KEYS }));
  const labels = options.map(({ letter, html }, i) =>
    make("label", {}, radios[i], make("span", {}, `${letter}. `, withMarkup(make("span"), html))));
  const sure = lowest ? slider(lowest) : null;
  const presses = buttons.map(({ name, label }) => {
    const button = make("button", { type: "button", ...KEYS }, label);
    button.addEventListener("click", () => {
      const chosen = radios.find((radio) => radio.checked);
      const confidence = sure ? sure.input.valueAsNumber : 0;
      model.send({ button: name, letter: chosen ? chosen.value : "", confidence });
    });
    return button;
  });
  const legend = make("legend", {}, make("strong", {}, `${title} `), withMarkup(make("span"), question));
  const choice = make("fieldset", {}, legend, ...labels, ...(sure ? [sure.node] : []));
  const bar = make("div", { class: "course-buttons" }, ...presses);
  const feedback = make("div", { class: "course-feedback", role: "status", tabindex: "-1" });
  el.append(make("div", { class: "course-form" }, choice, bar, feedback));

  const show = () => {
    const { html, locked, letter, confidence } = model.get("reply");
    const hadFocus = bar.contains(document.activeElement);
    if (letter) radios.forEach((radio) => (radio.checked = radio.value === letter));
    if (sure && confidence) {
      sure.input.value = confidence;
      sure.show();
    }
    choice.disabled = locked;
    bar.hidden = locked;
    feedback.innerHTML = html;
    if (locked && hadFocus) feedback.focus(); // the button that had it is gone
  };
  model.on("change:reply", show);
  show();
  return () => model.off("change:reply", show);
}

export default { render };
