// Leaders' answers to an exercise, and where they differ. Knows no page.
import { Refusal } from "./state.js";

/**
 * A leader's answer as it travels, and as it was taken in, with its key and a name to call it by.
 * @typedef {{answer: string, name: string, values: Record<string, number>}} Answer
 * @typedef {Answer & {key: string}} Given
 * Where answers differ: each value, the lowest and the highest and who gave them.
 * @typedef {{
 *   values: number[], low: number, high: number, range: number, variance: number, lowest: string, highest: string,
 * }} Difference
 */

const VERSION = 1;
const LONGEST_NAME = 80;
const ANSWER = /^[a-z0-9-]{1,40}$/;

/**
 * An answer to an exercise from whatever somebody sent. Throws Refusal ("nyere", "beskadiget", "andet").
 * @param {any} value @param {string} exercise @param {string[]} subjects @param {number} most the last place of the scale
 * @returns {Answer}
 */
export function answerIn(value, exercise, subjects, most) {
  if (value?.version > VERSION) throw new Refusal("nyere");
  if (value?.version !== VERSION || !isAnswer(value)) throw new Refusal("beskadiget");
  if (value.tool !== exercise) throw new Refusal("andet");
  if (!isId(value.answer) || !isName(value.name)) throw new Refusal("beskadiget");
  const values = Object.fromEntries(subjects.map((id) => [id, value.values[id]]));
  const isPlace = (/** @type {number} */ place) => Number.isInteger(place) && place >= 1 && place <= most;
  if (!Object.values(values).every(isPlace)) throw new Refusal("beskadiget");
  return { answer: value.answer, name: value.name, values };
}

/** @param {any} value */
const isAnswer = ({ tool, values }) => typeof tool === "string" && typeof values === "object" && Boolean(values);
/** @param {unknown} answer Its id; what is no text is none, however it reads as one. */
const isId = (answer) => typeof answer === "string" && ANSWER.test(answer);
/** @param {unknown} name */
const isName = (name) => typeof name === "string" && name.length <= LONGEST_NAME;

/**
 * Where answers differ about a subject; null when fewer than two say anything of it, as those given before it was asked.
 * @param {string} subject @param {Given[]} all @param {number} [most] the last place of the scale
 * @returns {Difference | null}
 */
export function difference(subject, all, most = Infinity) {
  const answers = all.filter((one) => one.values[subject] <= most);
  if (answers.length < 2) return null;
  const values = answers.map((one) => one.values[subject]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  /** @param {number} wanted */
  const who = (wanted) => answers.filter((one) => one.values[subject] === wanted).map(({ name }) => name).join(", ");
  return { values, low, high, range: high - low, variance, lowest: who(low), highest: who(high) };
}
