
// Without a kernel: a stand-in for the model that looks the frame up among those drawn in advance.
function standalone(el, { spec, frames }) {
  const control = spec.controls[0].name;
  const at = (values) => frames.find(({ value }) => Math.abs(value - values[control]) < 1e-9) ?? frames[0];
  const state = { spec, values: spec.start, frame: at(spec.start) };
  const listeners = {};
  const model = {
    get: (name) => state[name],
    set: (name, value) => (state[name] = value),
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    save_changes() {
      state.frame = at(state.values);
      ["change:values", "change:frame"].forEach((event) => listeners[event].forEach((call) => call()));
    },
  };
  el.replaceChildren();
  render({ model, el });
}
