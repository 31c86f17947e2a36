"use strict";
// What the pages of all reports share. A page has the element "data" with its report, and figures, facts, notices.
const run = JSON.parse(document.getElementById("data").textContent);
const at = id => document.getElementById(id);
const whole = n => Math.round(n).toLocaleString("en-US");
const ms = n => n >= 100 ? whole(n) : n.toFixed(2);
const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};
const row = (parent, cells) => {
  const line = parent.appendChild(element("tr"));
  for (const cell of cells) line.appendChild(cell instanceof Node ? cell : element("td", cell));
};
const code = text => { const cell = element("td"); cell.appendChild(element("code", text)); return cell; };
const notice = text => at("notices").appendChild(element("div", text, "notice"));
const figure = (value, name, bad) => {
  const card = at("figures").appendChild(element("div", undefined, "card figure" + (bad ? " bad" : "")));
  card.appendChild(element("b", value));
  card.appendChild(element("span", name));
};
const percentiles = (name, p) => row(at("percentiles"),
    [name, whole(p.count), ms(p.p50), ms(p.p90), ms(p.p99), ms(p.p99_9), ms(p.p99_99), ms(p.max)]);
const divergences = texts => {
  if (run.divergence_count === 0) return;
  at("divergences").hidden = false;
  at("divergence-count").textContent = whole(run.divergence_count) + " in all; the first " + texts.length + ", in the order seen";
  for (const text of texts) at("divergences").appendChild(element("pre", text));
};

at("title").textContent = run.title;
document.title = run.title + ": " + run.verdict;
at("verdict").textContent = run.verdict[0].toUpperCase() + run.verdict.slice(1);
at("verdict").classList.add(run.verdict);

const color = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.color = color("muted");
Chart.defaults.animation = false;
const series = (points, label, x, y, colour, more) => Object.assign({label, data: points.map(p => ({x: p[x], y: p[y]})),
  borderColor: color(colour), backgroundColor: color(colour) + "22", borderWidth: 1.75, pointRadius: points.length < 50 ? 3 : 0}, more);
const counted = {beginAtZero: true, ticks: {callback: whole, maxTicksLimit: 6}};
const isRound = v => [1, 2, 5].includes(Math.round(v / Math.pow(10, Math.floor(Math.log10(v) + 1e-9)) * 1e6) / 1e6);
// A logarithmic axis has no 0; it begins at the power of ten below the least value.
const logarithmic = values => ({type: "logarithmic", min: Math.pow(10, Math.floor(Math.log10(Math.max(0.001, Math.min(1, ...values))))),
  ticks: {callback: v => isRound(v) ? v.toLocaleString("en-US") + " ms" : null, maxTicksLimit: 8}});
const plot = (id, datasets, x, y) => {
  at(id + "-card").hidden = false;
  new Chart(at(id), {
    type: "line", data: {datasets},
    options: {
      responsive: true, maintainAspectRatio: false, parsing: false, interaction: {mode: "index", intersect: false},
      scales: {
        x: Object.assign({type: "linear", grid: {display: false}, ticks: {maxTicksLimit: 14}}, x),
        y: Object.assign({grid: {color: color("line")}, border: {display: false}}, y)
      },
      plugins: {legend: {align: "end", labels: {boxWidth: 12, boxHeight: 2}}}
    }
  });
};
const course = {title: {display: true, text: "seconds since the start of the load"}, min: 0};
