// Small things every element of ours needs: finding its parts, filling in words, telling keys from typing.

/**
 * @template {object} T
 * @typedef {abstract new (...given: never[]) => T} Kind a class, such as HTMLInputElement
 */

/** @typedef {Record<string, string | number>} Values  what is filled into words */

/**
 * Words with {names} filled in.
 * @param {string} words @param {Values} values
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => String(Object.hasOwn(values, name) ? values[name] : whole));
}

/**
 * What stands in `host` and is an element of a kind. Throws TypeError when there is none: then the markup is wrong.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} host @param {string} selector @param {Kind<T>} [kind]
 * @returns {T}
 */
export function find(host, selector, kind = /** @type {Kind<any>} */ (HTMLElement)) {
  const found = host.querySelector(selector);
  if (found instanceof kind) return found;
  throw new TypeError(`${host instanceof Element ? host.localName : host.nodeName}: ${selector}`);
}

/**
 * Everything in `host` that a selector meets and that is of a kind.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} host @param {string} selector @param {Kind<T>} [kind]
 * @returns {T[]}
 */
export function findAll(host, selector, kind = /** @type {Kind<any>} */ (HTMLElement)) {
  return /** @type {T[]} */ ([...host.querySelectorAll(selector)].filter((found) => found instanceof kind));
}

/**
 * The part of `host` marked data-del="name".
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} host @param {string} name @param {Kind<T>} [kind]
 * @returns {T}
 */
export const part = (host, name, kind) => find(host, `[data-del=${name}]`, kind);

/**
 * A copy of what stands in a <template data-skabelon="name"> inside `host`.
 * @param {ParentNode} host @param {string} name
 * @returns {HTMLElement}
 */
export function clone(host, name) {
  const { firstElementChild: found } = find(host, `template[data-skabelon=${name}]`, HTMLTemplateElement).content;
  return /** @type {HTMLElement} */ (found?.cloneNode(true));
}

/**
 * Where something happened: an element of a kind, or null.
 * @template {Element} [T=HTMLElement]
 * @param {Event} event @param {Kind<T>} [kind]
 * @returns {T | null}
 */
export function at({ target }, kind = /** @type {Kind<any>} */ (HTMLElement)) {
  return target instanceof kind ? target : null;
}

/**
 * What has the focus inside `host`, or null.
 * @param {Node} host
 */
export function focused(host) {
  const { activeElement: found } = document;
  return found instanceof HTMLElement && host.contains(found) ? found : null;
}

/**
 * A new element with properties.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const made = (name, properties) => Object.assign(document.createElement(name), properties);

/**
 * Elements of one kind, each with a text.
 * @param {"li" | "p"} name @param {string[]} texts
 */
export const each = (name, texts) => texts.map((words) => made(name, { textContent: words }));

/**
 * What a form says: its fields' texts by their names, trimmed.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function given(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
}

/**
 * Put rows in a list in place of those there, and give the focus back to what had it (they are known by data-noegle).
 * @param {HTMLElement} list @param {HTMLElement[]} rows
 * @param {string} [otherwise] what of the list gets the focus when that is gone
 */
export function renew(list, rows, otherwise) {
  const key = focused(list)?.dataset.noegle;
  list.replaceChildren(...rows);
  if (!key) return;
  const again = list.querySelector(`[data-noegle="${CSS.escape(key)}"]:not(:disabled)`);
  const next = again ?? (otherwise ? list.querySelector(otherwise) : null);
  if (next instanceof HTMLElement) next.focus();
}

/**
 * What is told of something, one after the other; what is not there is left out.
 * @param {(string | number | boolean | undefined)[]} told
 */
export const joined = (told, between = " · ") => told.filter(Boolean).join(between);

/**
 * Whether a key press is on its way into a text field.
 * @param {Event} event
 */
export function typing(event) {
  return Boolean(at(event)?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
}

/**
 * Whether something was pressed without the keys that give it another meaning.
 * @param {KeyboardEvent | MouseEvent} event
 */
export const isPlain = (event) => !event.ctrlKey && !event.metaKey;

/**
 * Copy a text; where the browser will not, show it selected in `field` so that she can. Returns whether it was copied.
 * @param {string} words @param {HTMLTextAreaElement} field
 */
export async function copyText(words, field) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    field.hidden = false;
    field.value = words;
    field.select();
    return false;
  }
}

/**
 * What is kept of an item or a question is kept under its id; of what stands twice on a page, under the one both have.
 * @param {HTMLElement} element
 */
export const idOf = (element) => element.dataset.egentlig ?? element.id;

/** The fields with something in them that is not kept yet. @type {WeakSet<Element>} */
export const unkept = new WeakSet();

/**
 * Put `value` into a field unless she is writing in it.
 * @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value
 */
export function show(field, value) {
  if (document.activeElement !== field && !unkept.has(field) && field.value !== value) field.value = value;
}
