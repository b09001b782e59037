// What a page does not need at first is fetched when somebody asks for it, and what was asked is done when it has come. What
// does not come is told in the page, and may be asked for again.

/** @type {Set<object>} what was asked for and did not come */
const missing = new Set();

/** @param {object} one @param {boolean} isMissing Tell of it in the page, or no longer. */
function tell(one, isMissing) {
  if (isMissing) missing.add(one);
  else missing.delete(one);
  document.getElementById("udeblev")?.toggleAttribute("hidden", !missing.size);
}

/**
 * Something that is fetched when it is first used: called with what is to be done with it, which is done at once when it is
 * there. Without, it is only fetched, and nothing told: it may be needed soon.
 * @template Module, [Part=Module]
 * @param {() => Promise<Module>} fetching imports it
 * @param {(module: Module) => Part} [make] makes what is used, once
 */
export function later(fetching, make = (module) => /** @type {Part} */ (/** @type {unknown} */ (module))) {
  /** @type {Part | undefined} */
  let part;
  /** @type {Promise<Part> | undefined} */
  let coming;
  const fetched = () => {
    coming ??= fetching().then(make).catch((fault) => { coming = undefined; throw fault; });
    return coming;
  };
  /**
   * @template Done
   * @param {(part: Part) => Done} [act]
   * @returns {Promise<Awaited<Done> | undefined>} undefined also when it does not come
   */
  return async (act) => {
    try {
      part ??= await fetched();
      tell(fetched, false);
    } catch (fault) {
      console.warn(fault);
      if (act) tell(fetched, true);
      return undefined;
    }
    return act && await act(part);
  };
}
