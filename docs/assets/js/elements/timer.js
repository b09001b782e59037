// <katalog-timer>: a countdown that survives reload, sleep and a hidden tab, because it keeps the moment it ends.
import { CatalogueElement } from "../base/element.js";
import { store } from "../store.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WARNED = 5 * MINUTE; // left, when it is told

export default class Timer extends CatalogueElement {
  store = store();
  /** @type {number | undefined} */
  #tick;
  #told = Infinity;

  connected() {
    this.pressed("start", () => this.toggle());
    this.pressed("forfra", () => this.keep({ ends: null, left: null }));
    this.on(this.sound, "change", () => this.keep({ sound: this.sound.checked }));
    this.on(this.store, "change", () => this.show());
    this.on(document, "visibilitychange", () => this.show());
    this.#told = this.left;
    this.show();
  }

  disconnected() {
    clearTimeout(this.#tick);
  }

  get sound() {
    return this.piece("lyd", HTMLInputElement);
  }

  get kept() {
    return this.store.item(this.dataset.noegle ?? "");
  }

  /** @param {import("../own/state.js").Fields} fields */
  keep(fields) {
    this.store.keep({ [this.dataset.noegle ?? ""]: fields });
  }

  get whole() {
    return Number(this.dataset.minutter) * MINUTE;
  }

  /** Milliseconds left. */
  get left() {
    const { ends, left } = this.kept;
    return ends ? Math.max(0, ends - Date.now()) : (left ?? this.whole);
  }

  get running() {
    return Boolean(this.kept.ends) && this.left > 0;
  }

  toggle() {
    const left = this.left || this.whole;
    this.#told = left;
    const ends = Math.round(Date.now() + left);
    this.keep(this.running ? { left: Math.round(left), ends: null } : { ends, left: null });
  }

  show() {
    clearTimeout(this.#tick);
    const { left, running } = this;
    const seconds = Math.ceil(left / SECOND);
    this.piece("tal").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    this.piece("start").textContent = this.say(this.next);
    this.sound.checked = Boolean(this.kept.sound);
    this.classList.toggle("ur--slut", left === 0);
    this.warn(left);
    if (running) this.#tick = setTimeout(() => this.show(), left % SECOND || SECOND);
  }

  /** What the button does next. */
  get next() {
    if (this.running) return "pause";
    return this.left > 0 && this.left < this.whole ? "videre" : "start";
  }

  /**
   * Tell at five minutes and at the end, once each; the seconds in between are silent.
   * @param {number} left
   */
  warn(left) {
    /** @param {number} mark */
    const crossed = (mark) => this.#told > mark && left <= mark;
    if (crossed(0)) {
      this.tell(this.say("slut"));
      if (this.kept.sound) chime();
    } else if (this.whole > WARNED && crossed(WARNED)) this.tell(this.say("fem"));
    this.#told = left;
  }
}

/** Two soft tones. */
function chime() {
  const context = new AudioContext();
  for (const [at, tone] of [[0, 523], [0.5, 659]]) {
    const [source, volume] = [context.createOscillator(), context.createGain()];
    source.frequency.value = tone;
    volume.gain.setValueAtTime(0, context.currentTime + at);
    volume.gain.linearRampToValueAtTime(0.15, context.currentTime + at + 0.05);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + at + 1.2);
    source.connect(volume).connect(context.destination);
    source.start(context.currentTime + at);
    source.stop(context.currentTime + at + 1.3);
  }
}
