// Each interactive thing is one module, loaded where its element stands; a module that fails spares the rest.
const MODULES = {
  "katalog-farver": "colour-choice", "katalog-soegning": "search/dialog", ".menu": "menu", "[data-kopieret]": "copy-link", main: "arrive",
  "katalog-flueben": "checklist", "katalog-samarbejde": "collaboration", "katalog-papir": "paper", "katalog-mine": "collaborations",
  "katalog-aftaler": "agreements", "katalog-ur": "timer", "katalog-koer": "run", "katalog-trappe": "staircase",
  "katalog-forskel": "gap", "katalog-interview": "interview", "katalog-matrix": "matrix", "katalog-valg": "pick", "katalog-faser": "stages",
  "[data-haefte]": "booklet-add", "katalog-haefte": "booklet", "katalog-forslag": "propose",
  "katalog-finder": "finder",
};
for (const [where, name] of Object.entries(MODULES)) {
  if (document.querySelector(where)) import(`./${name}.js`).catch((error) => console.error(name, error));
}
