// Small things every element of ours needs: filling in words, cloning templates, telling keys from typing.

/** Words with {names} filled in. */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : null) ?? whole);
}

/** A copy of what stands in a <template data-skabelon="name"> inside `host`. */
export function clone(host, name) {
  return host.querySelector(`template[data-skabelon=${name}]`).content.firstElementChild.cloneNode(true);
}

/** The part of `host` marked data-del="name". */
export function part(host, name) {
  return host.querySelector(`[data-del=${name}]`);
}

/** Words the markup keeps for `host` in a data attribute of the part "ord", with {names} filled in. */
export function say(host, name, values = {}) {
  return fill(part(host, "ord").getAttribute(`data-${name}`) ?? "", values);
}

/** Whether a key press is on its way into a text field. */
export function typing(event) {
  return Boolean(event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
}

/** Copy a text; where the browser will not, show it selected in `field` so that she can. Returns whether it was copied. */
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

/** Put `value` into a field unless she is writing in it. */
export function show(field, value) {
  if (document.activeElement !== field && field.value !== value) field.value = value;
}
