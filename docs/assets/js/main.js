// Each interactive thing is one module; a module that fails spares the rest.
for (const name of ["colour-choice", "search/dialog", "menu", "copy-link", "checklist", "finder"]) {
  import(`./${name}.js`).catch((error) => console.error(name, error));
}
