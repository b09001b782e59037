// <katalog-ur>: a countdown that survives reload, sleep and a hidden tab, because it keeps the moment it ends.
import { part, say } from "./own/page.js";
import { store } from "./store.js";

const MINUTE = 60_000;

class Timer extends HTMLElement {
  #stop = new AbortController();
  #tick = 0;
  #told = Infinity;

  connectedCallback() {
    this.store = store();
    this.hidden = false;
    const { signal } = (this.#stop = new AbortController());
    part(this, "start").addEventListener("click", () => this.toggle(), { signal });
    part(this, "forfra").addEventListener("click", () => this.store.keep({ [this.key]: { ends: null, left: null } }), { signal });
    part(this, "lyd").addEventListener("change", ({ target }) => this.store.keep({ [this.key]: { sound: target.checked } }), { signal });
    this.store.addEventListener("change", () => this.show(), { signal });
    document.addEventListener("visibilitychange", () => this.show(), { signal });
    this.#told = this.left;
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
    clearTimeout(this.#tick);
  }

  get key() {
    return this.dataset.noegle;
  }

  get whole() {
    return Number(this.dataset.minutter) * MINUTE;
  }

  /** Milliseconds left. */
  get left() {
    const { ends, left } = this.store.item(this.key);
    if (ends) return Math.max(0, ends - Date.now());
    return left ?? this.whole;
  }

  get running() {
    return Boolean(this.store.item(this.key).ends) && this.left > 0;
  }

  toggle() {
    const left = this.left || this.whole;
    this.#told = left;
    const changes = this.running ? { left: Math.round(left), ends: null } : { ends: Math.round(Date.now() + left), left: null };
    this.store.keep({ [this.key]: changes });
  }

  show() {
    clearTimeout(this.#tick);
    const { left, running } = this;
    const seconds = Math.ceil(left / 1000);
    part(this, "tal").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    part(this, "start").textContent = say(this, running ? "pause" : left < this.whole && left > 0 ? "videre" : "start");
    part(this, "lyd").checked = Boolean(this.store.item(this.key).sound);
    this.classList.toggle("ur--slut", left === 0);
    this.tell(left);
    if (running) this.#tick = setTimeout(() => this.show(), left % 1000 || 1000);
  }

  /** Say at five minutes and at the end, once each; the seconds in between are silent. */
  tell(left) {
    const crossed = (mark) => this.#told > mark && left <= mark;
    const five = 5 * MINUTE;
    if (crossed(0)) this.announce("slut", true);
    else if (this.whole > five && crossed(five)) this.announce("fem", false);
    this.#told = left;
  }

  announce(name, sound) {
    part(this, "sagt").textContent = say(this, name);
    if (sound && this.store.item(this.key).sound) chime();
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

customElements.define("katalog-ur", Timer);
