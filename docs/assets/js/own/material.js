// What is asked of the leader's own material; changes nothing.
import { META, alive, empty } from "./state.js";

/** @import { Kept } from "./state.js" */

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
   * What is told of a collaboration: name, parties, phase, start, end, archived.
   * @returns {Kept}
   */
  about(id = this.current) {
    return this.state.collaborations[id]?.[META] ?? {};
  }

  /** Every collaboration that is not deleted, the oldest first, with what is told of it. */
  get collaborations() {
    return Object.keys(this.state.collaborations)
      .map((id) => ({ id, ...this.about(id) }))
      .filter((one) => !one.gone && (one.name || one.created || this.records(one.id).length))
      .sort((one, two) => (one.created ?? 0) - (two.created ?? 0) || order(one.id, two.id));
  }

  /**
   * What is kept under a key; `{}` when nothing is.
   * @param {string} key
   * @returns {Kept}
   */
  item(key, id = this.current) {
    const record = this.state.collaborations[id]?.[key];
    return !record || record.gone ? {} : record;
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
}
