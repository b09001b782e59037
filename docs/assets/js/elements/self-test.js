// <katalog-self-test>: tries what this browser can keep and do, and tells it in words that can be copied and sent on.
import { CatalogueElement } from "../base/element.js";
import { find } from "../own/page.js";
import { TRIALS } from "../own/trials.js";
import { today, written } from "../own/words.js";

export default class SelfTest extends CatalogueElement {
  /** @type {Record<string, boolean>} */
  answers = {};

  built() {
    this.run();
  }

  connected() {
    this.pressed("igen", () => this.run());
    this.pressed("kopier", () => this.copyAll());
  }

  async run() {
    this.tell(this.say("proever"));
    this.answers = {};
    const tried = Object.entries(TRIALS).map(async ([name, trial]) => { this.answers[name] = await holds(trial); });
    await Promise.all(tried);
    this.piece("liste").replaceChildren(...Object.keys(TRIALS).map((name) => this.row(name)));
    this.tell(this.verdict());
  }

  /** @param {string} name */
  row(name) {
    const row = this.clone("svar");
    const does = this.answers[name];
    row.dataset.svar = does ? "ja" : "nej";
    find(row, "[data-del=navn]").textContent = this.say(name);
    find(row, "[data-del=svar]").textContent = this.say(row.dataset.svar);
    const what = find(row, "[data-del=hvad]");
    what.hidden = does;
    what.textContent = this.say(`${name}-nej`);
    return row;
  }

  verdict() {
    const missing = Object.values(this.answers).filter((does) => !does).length;
    if (!this.answers.blivende) return this.say("intet");
    return missing ? this.say("noget", { n: missing }) : this.say("alt");
  }

  /** The answer as lines of text. */
  report() {
    const head = [
      this.say("rapport", { navn: this.dataset.navn ?? "" }),
      this.say("adresse", { x: location.origin + location.pathname }),
      this.say("browser", { x: navigator.userAgent }),
      this.say("dag", { x: written(today()) }),
      this.verdict(),
    ];
    const lines = Object.keys(TRIALS).map((name) => {
      const does = this.answers[name];
      const told = `${this.say(name)}: ${this.say(does ? "ja" : "nej")}`;
      return does ? told : `${told}. ${this.say(`${name}-nej`)}`;
    });
    return [...head, "", ...lines].join("\n");
  }

  async copyAll() {
    await this.copy(this.report(), this.piece("tekst", HTMLTextAreaElement));
  }
}

/**
 * Whether a trial comes out well; one that throws does not.
 * @param {() => unknown} trial
 */
async function holds(trial) {
  try {
    return Boolean(await trial());
  } catch {
    return false;
  }
}
