// What `make lint` asks of the scripts that are sent to readers, and of their tests. What types say, tsc asks.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv", "site", ".*/**", "docs/assets/js/vendor"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 10],
      "max-lines": ["error", 300],
      "max-len": ["error", { code: 120, ignoreComments: true, ignoreRegExpLiterals: true }],
      "no-nested-ternary": "error",
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      eqeqeq: "error",
      "no-restricted-syntax": ["error", {
        selector: "ObjectPattern > Property[computed=true]",
        message: "The minifier moves it before what the key is made of.",
      }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  { files: ["docs/assets/js/**/*.js", "macros/server/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["bench/*.js"], languageOptions: { globals: globals.node } },
  {
    files: ["tests/unit/js/*.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: { "max-len": ["error", { code: 140 }] }, // what is tried stands on one line
  },
  {
    files: ["docs/assets/js/{early,moved}.js", "macros/server/*.js"],
    languageOptions: { sourceType: "script" },
  },
];
