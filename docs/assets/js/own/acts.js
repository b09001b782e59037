// What the buttons on a collaboration's card do.
import { META } from "./state.js";
import { freshId } from "./words.js";

/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words and the store */

const AWAY = new Set(["ur", "mit", "svar"]); // one leader's clock and answers are not the collaboration's to copy

/** @param {string} key What a record's key begins with. */
const kindOf = (key) => key.split(".")[0];

/**
 * Do what a button says.
 * @param {Collaborations} host @param {string} action @param {string} id
 */
export function act(host, action, id) {
  /** @type {Record<string, () => unknown>} */
  const actions = {
    brug: () => use(host, id),
    ret: () => host.editing((one) => one.open(id)),
    kopi: () => copyOf(host, id),
    arkiver: () => archive(host, id),
    del: () => host.handing((one) => one.open(id)),
    slet: () => host.openAsk("slet", () => remove(host, id), id),
  };
  actions[action]();
}

/** @param {Collaborations} host @param {string} id */
function use(host, id) {
  host.store.use(id);
  host.tell(host.say("brugt", { x: host.nameOf(id) }));
}

/** @param {Collaborations} host @param {string} id Put it away, or take it forth again. */
function archive(host, id) {
  const step = host.say("trin-arkiv", { x: host.nameOf(id) });
  host.store.change({ [META]: { archived: !host.store.about(id).archived } }, id, { step });
}

/** @param {Collaborations} host @param {string} id */
function copyOf(host, id) {
  const records = Object.entries(host.store.copy(id).collaborations[id]);
  const copied = Object.fromEntries(records.filter(([key, one]) => !AWAY.has(kindOf(key)) && !one.gone));
  const about = { name: copyName(host, host.nameOf(id)), created: Date.now(), archived: null };
  const copy = freshId("k");
  host.store.create(copy, { [META]: about }, copied);
  host.tell(host.say("brugt", { x: host.nameOf(copy) }));
}

/** @param {Collaborations} host @param {string} name What a copy of it is called: as much of the name as there is room for. */
export function copyName(host, name) {
  const { most = 0 } = host.store.limits("name");
  return host.say("kopinavn", { x: name.slice(0, most - host.say("kopinavn", { x: "" }).length) });
}

/** @param {Collaborations} host @param {string} id */
function remove(host, id) {
  const name = host.nameOf(id);
  host.store.change({ [META]: { gone: true } }, id, { step: host.say("trin-slet", { x: name }) });
  host.tell(host.say("slettet", { x: name }));
  host.piece("nyt").focus();
}
