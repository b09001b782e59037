// What `make lint` asks of the scripts that are sent to readers, and of their tests.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv", "site", ".*/**"] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["docs/assets/js/**/*.js", "macros/server/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["docs/assets/js/early.js", "macros/server/*.js"], languageOptions: { sourceType: "script" } },
];
