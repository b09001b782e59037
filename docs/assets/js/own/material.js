// What is asked of the leader's own material; changes nothing.
import { base } from "./changes.js";
import { ASKED, INTERVIEW, KINDS, META, PARTY, SIGNED } from "./fields.js";
import { FIRST, wasFirst } from "./former.js";
import { fill } from "./page.js";
import { alive, isGone, textsOf } from "./record.js";
import { empty } from "./state.js";

/** @import { Kept, Other } from "./state.js" */
/** @typedef {{id: string, name: string, isFormer: boolean}} Party  one that is no more is a former one: its words stay */

/** @param {string} one @param {string} two Which of two different texts comes first. */
const order = (one, two) => (one < two ? -1 : 1);

export class Material extends EventTarget {
  state = empty();

  /**
   * The id of the collaboration in use.
   * @returns {string}
   */
  get current() {
    return "";
  }

  /**
   * What is told of a collaboration: name, phase, start, end, archived.
   * @returns {Kept}
   */
  about(id = this.current) {
    return this.item(META, id);
  }

  /** @param {string} id Whether there is such a collaboration. */
  has(id) {
    const records = this.state.collaborations[id];
    return Boolean(records) && !(records[META] && isGone(records[META]));
  }

  /** Every collaboration that is not deleted, the oldest first, with what is told of it. */
  get collaborations() {
    return Object.keys(this.state.collaborations)
      .map((id) => ({ id, ...this.about(id) }))
      .filter((one) => this.has(one.id) && (one.name || one.created || this.records(one.id).length))
      .sort((one, two) => (one.created ?? 0) - (two.created ?? 0) || order(one.id, two.id));
  }

  /**
   * The collaboration to work in when one is not there: the first of version 1, or one without a name; "" is a new one.
   * @param {string} wanted
   */
  settled(wanted) {
    if (this.has(wanted)) return wanted;
    const there = this.collaborations.filter(({ archived }) => !archived);
    const former = wanted && wanted !== FIRST ? undefined : there.find(({ id }) => wasFirst(id));
    return (former ?? there.find(({ name }) => !name))?.id ?? "";
  }

  /**
   * What is kept under a key; `{}` when nothing is.
   * @param {string} key
   * @returns {Kept}
   */
  item(key, id = this.current) {
    const record = this.state.collaborations[id]?.[key];
    return !record || isGone(record) ? {} : record;
  }

  /** Every record with something in it, what is told of the collaboration itself left out. */
  records(id = this.current) {
    return Object.entries(this.state.collaborations[id] ?? {}).filter(([key, one]) => key !== META && alive(one));
  }

  /**
   * Records of a kind whose key is `<kind>.<something>`, in the order they were made.
   * @param {string} kind
   */
  kind(kind, id = this.current) {
    return this.records(id).filter(([key]) => key.startsWith(`${kind}.`))
      .sort(([a, one], [b, two]) => (one.created ?? 0) - (two.created ?? 0) || order(a, b));
  }

  /**
   * How many of these items are ticked.
   * @param {string[]} ids
   */
  done(ids, id = this.current) {
    return ids.filter((key) => this.item(key, id).done).length;
  }

  /**
   * Every party a collaboration has or had, in their order.
   * @returns {Party[]}
   */
  allParties(id = this.current) {
    return this.#people(PARTY, id);
  }

  /**
   * Those whose keys begin so, in their order.
   * @param {string} kind @param {string} id
   * @returns {Party[]}
   */
  #people(kind, id) {
    return this.kind(kind, id)
      .sort(([a, one], [b, two]) => (one.place ?? 0) - (two.place ?? 0) || order(a, b))
      .map(([key, { name = "", archived = false }]) => ({ id: key.slice(kind.length + 1), name, isFormer: archived }));
  }

  /**
   * Everyone who is or was to be asked in an interview (`interview.<tool>`), in their order. In former versions they were a
   * list of names, and what was noted hung on the number in it.
   * @param {string} key
   * @returns {Party[]}
   */
  allAsked(key, id = this.current) {
    const found = this.#people(key, id);
    const { names = [] } = found.length ? {} : this.item(key, id);
    return [...found, ...names.map((name, index) => ({ id: String(index + 1), name, isFormer: false }))];
  }

  /**
   * Those who are asked in turn, and whose turn it is.
   * @param {string} key
   */
  asked(key, id = this.current) {
    const people = this.allAsked(key, id).filter(({ isFormer }) => !isFormer);
    return { people, round: Math.min(this.item(key, id).round ?? 0, Math.max(0, people.length - 1)) };
  }

  /** The parties of a collaboration, in their order. */
  parties(id = this.current) {
    return this.allParties(id).filter(({ isFormer }) => !isFormer);
  }

  /**
   * The party whose answer is kept under a key, or who was asked when it was noted; null when it is nobody's own.
   * @param {string} key
   * @returns {Party | null}
   */
  partyOf(key, id = this.current) {
    const [kind, party] = key.split(".");
    if (!party || KINDS.has(kind)) return null;
    if (party.startsWith(ASKED)) return this.#personOf(party.slice(ASKED.length), id);
    const { name = "", archived = false } = this.item(`${PARTY}.${party}`, id);
    return { id: party, name, isFormer: archived || !name };
  }

  /** @param {string} person @param {string} id One who was asked; null when that may be one of several. */
  #personOf(person, id) {
    const all = Object.keys(this.state.collaborations[id] ?? {}).filter((key) => key.startsWith(`${INTERVIEW}.`));
    const tools = new Set(all.map((key) => key.split(".").slice(0, 2).join(".")));
    const found = [...tools].flatMap((key) => this.allAsked(key, id)).filter((one) => one.id === person);
    return new Set(found.map(({ name }) => name)).size === 1 ? found[0] : null;
  }

  /**
   * The parties that are no more, but answered a question: their words stay where they were written.
   * @param {string} question
   */
  formerParties(question, id = this.current) {
    const answers = this.records(id).filter(([key, { note }]) => (
      note && key.startsWith(`${question}.`) && !key.startsWith(`${question}.${ASKED}`)
    ));
    return answers.flatMap(([key]) => this.partyOf(key, id) ?? []).filter(({ isFormer }) => isFormer);
  }

  /**
   * What a party is called: one that is no more is told to be a former one. `words`: "… {x}".
   * @param {Party} party @param {string} words
   */
  partyName({ name, isFormer }, words) {
    return isFormer ? fill(words, { x: name }).trim() : name;
  }

  /**
   * Every text that stands in a field, the one that is shown first: more than one when they were written without knowledge
   * of each other.
   * @param {string} key @param {string} field
   * @returns {Other[]}
   */
  texts(key, field, id = this.current) {
    const all = textsOf(this.item(key, id), field);
    return all.filter(({ value }, index) => all.findIndex((one) => one.value === value) === index);
  }

  /**
   * Who an author is to the others: the party or name that was chosen, or "".
   * @param {string} author
   */
  signature(author, id = this.current) {
    return this.item(`${SIGNED}.${base(author)}`, id).name ?? "";
  }
}
