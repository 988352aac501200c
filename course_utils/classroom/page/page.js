// The live view: what the server says, put into words, bars and numbers. Every text is set as text,
// never as markup. Nothing is fetched from anywhere but this server.

const $ = (id) => document.getElementById(id);
const words = await (await fetch("/vocabulary")).json();
const groups = [...words.sheets, ...words.lessons];
let view = null;      // what is shown
let latest = null;    // what the server said last
let moment = null;    // the moment that is replayed, or null for now

function make(tag, { text, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

// `code` between backticks becomes a code element; everything else stays text.
function prose(tag, text, properties = {}) {
  const parts = text.split(/`([^`\n]+)`/);
  return make(tag, properties, ...parts.map((part, k) => (k % 2 ? make("code", { text: part }) : part)));
}

function standing(exercise) {
  const { passed = 0, failing = 0 } = view.exercises[exercise] ?? {};
  return { passed, failing, waiting: Math.max(0, view.joined - passed - failing) };
}

function bar(shares) {
  const box = make("div", { className: "bar", ariaHidden: "true" });
  for (const [kind, share] of Object.entries(shares)) {
    if (!share) continue;
    const part = make("i", { className: `is-${kind}` });
    part.style.setProperty("--share", share);
    box.append(part);
  }
  return box;
}

function cell(exercise, short) {
  const counts = standing(exercise);
  const all = Math.max(1, view.joined);
  const said = { passed: "passed", failing: "failing", waiting: "not tried" };
  const numbers = make("div", { className: "counts" });
  for (const [kind, word] of Object.entries(said)) {
    const share = `${Math.round((100 * counts[kind]) / all)} %`;
    numbers.append(make("span", { className: kind },
      short ? String(counts[kind]) : `${share} (${counts[kind]})`,
      make("span", { className: "visually-hidden", text: ` ${word}${short ? `, ${share}` : ""}; ` })));
  }
  return [bar({ passed: counts.passed / all, failing: counts.failing / all }), numbers];
}

const title = (group) => group.name.replace(/^lesson_/, "Checkpoints of lesson ").replace(/_/g, " ");

function oneSheet(group) {
  const rows = group.exercises.map((name) => make("tr", {},
    make("th", { scope: "row", text: name, title: words.titles[name] }),
    make("td", {}, ...cell(name, false))));
  return make("table", {}, make("tbody", {}, ...rows));
}

function allSheets() {
  const columns = words.sheets.map((sheet) => make("section", {},
    make("h3", { text: title(sheet) }),
    make("ul", {}, ...sheet.exercises.map((name) => make("li", {},
      make("span", { className: "name", text: name, title: words.titles[name] }),
      make("div", { className: "cell" }, ...cell(name, true)))))));
  return make("div", { className: "columns" }, ...columns);
}

const clock = (seconds) => new Date(1000 * seconds).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
const people = (count) => (count === 1 ? "1 person" : `${count} people`);

function hands() {
  const list = view.hands.slice(0, 4).map((hand) => make("li", {},
    make("span", { text: hand.name }), make("span", { text: `since ${clock(hand.since)}` })));
  const more = view.hands.length - list.length;
  if (more > 0) list.push(make("li", {}, make("span", { text: `and ${more} more` })));
  $("hands").classList.toggle("raised", list.length > 0);
  $("hands-title").textContent = list.length ? `We are stuck: ${view.hands.length}` : "We are stuck: nobody";
  return make("ul", {}, ...list);
}

function mistakes(shown) {
  const found = view.mistakes.filter((one) => shown === "all" || one.isShown).slice(0, 3);
  if (!found.length) return make("p", { text: "None in the last 15 minutes." });
  return make("ol", {}, ...found.map((one) => make("li", {},
    make("b", { text: one.people }, make("span", { className: "visually-hidden", text: " people" })),
    make("span", {}, `${one.exercise}: `,
      prose("span", words.mistakes[one.exercise]?.[one.id] ?? ""), ` (${one.id})`))));
}

function choosePoll() {
  const select = $("question");
  const ids = view.polls.map((poll) => poll.question);
  const chosen = ids.includes(select.value) ? select.value : "latest";
  const there = [...select.options].slice(1).map((option) => option.value);
  if (!there.length || [...ids].sort().join() !== there.join()) {  // else leave an open list alone
    select.replaceChildren(make("option", { value: "latest", text: "the latest" }),
      ...[...ids].sort().map((id) => make("option", { value: id, text: id })));
  }
  select.value = chosen;
  return view.polls.find((poll) => poll.question === chosen) ?? view.polls[0];
}

function poll() {
  const shown = choosePoll();
  $("poll-title").textContent = shown ? `Poll: ${shown.question}` : "Poll";
  if (!shown) return make("p", { text: "No question has been answered yet." });
  const question = words.questions[shown.question];
  if (!question) return make("p", { text: `${shown.question} is not in the bank any more.` });
  const all = Object.values(shown.letters).reduce((sum, count) => sum + count, 0);
  const open = $("answers").checked;
  const bars = Object.entries(question.options).map(([letter, text]) => {
    const count = shown.letters[letter] ?? 0;
    const right = open && letter === question.answer;
    return make("li", { className: right ? "right" : "" },
      make("b", { text: letter }), bar({ passed: count / all }), make("span", { text: count }),
      ...(open ? [prose("span", (right ? "✓ " : "") + text, { className: "option" })] : []));
  });
  const now = shown.now[question.answer] ?? 0;
  const after = open ? ` First answers; ${now} of ${all} have it right by now.` : " First answers.";
  return make("div", {}, prose("p", question.text), make("ul", {}, ...bars),
    make("p", { text: `${people(all)} answered.${after}` }));
}

function draw() {
  if (!view) return;
  const shown = $("sheet").value;
  const group = groups.find((one) => one.name === shown);
  const own = new Set(group?.exercises);
  view.mistakes.forEach((one) => { one.isShown = own.has(one.exercise); });
  document.querySelector("main").className = group ? "one" : "all";
  const raised = view.hands.length ? ` · ${view.hands.length} stuck` : "";
  const code = words.closed ? "" : ` · code ${words.code}`;
  $("people").textContent = `${people(view.joined)} joined${view.left ? `, ${view.left} left` : ""}${raised}${code}`;
  $("cells").replaceChildren(group ? oneSheet(group) : allSheets());
  document.querySelector("#hands .body").replaceChildren(hands());
  document.querySelector("#mistakes .body").replaceChildren(mistakes(group ? shown : "all"));
  document.querySelector("#poll .body").replaceChildren(poll());
  slide();
}

function slide() {
  const [first, last] = latest?.span ?? [0, 1];
  const slider = $("moment");
  slider.min = Math.floor(first);
  slider.max = Math.ceil(last);
  if (moment === null) slider.value = slider.max;
  const now = words.closed ? "at the end" : "now";
  const when = moment === null ? now : `at ${clock(moment)}`;
  $("when").textContent = when;
  $("shown").textContent = when;
  slider.setAttribute("aria-valuetext", when);
  $("live").disabled = moment === null;
}

// While the slider moves, one question is on its way at a time, and the last position wins.
let asking = false;
async function replay() {
  if (asking) return;
  asking = true;
  try {
    for (let asked = null; moment !== null && asked !== moment;) {
      asked = moment;
      const answer = await fetch(`/state?at=${asked}`);
      if (answer.ok && moment !== null) { view = await answer.json(); draw(); }
    }
  } catch { $("connection").textContent = "No connection to the server."; }
  asking = false;
  if (moment === null) { view = latest; draw(); }
}

function listen() {
  const source = new EventSource("/live");
  source.onmessage = (message) => {
    $("connection").textContent = "";
    latest = JSON.parse(message.data);
    if (moment === null) { view = latest; draw(); } else slide();
  };
  source.onerror = () => {
    const since = latest ? ` This is how it was at ${clock(latest.now)}.` : "";
    $("connection").textContent = `No connection to the server.${since}`;
    // A refusal ends the stream for good; then ask again in a while, as a browser does otherwise.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  };
}

$("sheet").append(make("option", { value: "all", text: "all sheets" }),
  ...groups.map((group) => make("option", { value: group.name, text: title(group) })));
$("sheet").value = groups.some((group) => `#${group.name}` === location.hash) ? location.hash.slice(1) : "all";
$("sheet").onchange = () => { history.replaceState(null, "", `#${$("sheet").value}`); draw(); };
$("question").onchange = draw;
$("answers").onchange = draw;
$("moment").oninput = () => { moment = Number($("moment").value); slide(); replay(); };
$("live").onclick = () => { moment = null; view = latest; draw(); $("moment").focus(); };
history.replaceState(null, "", location.pathname + location.hash);  // the token leaves the address
listen();
