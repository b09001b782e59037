// The leader's own material as a file: JSON that says what it is. Stands by itself, so that she can save it without a net.
import { CATALOGUE } from "./catalogue.js";
import { today } from "./words.js";

/** @import { State } from "./state.js" */

export const FORMAT = `${CATALOGUE}-eget`;

/**
 * A state as the text of a file.
 * @param {State} state
 */
export function fileText(state) {
  return JSON.stringify({ format: FORMAT, exported: today(), ...state }, null, 1);
}
