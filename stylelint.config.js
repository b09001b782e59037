// What `make lint` asks of the style sheets.
export default {
  extends: ["stylelint-config-standard"],
  rules: {
    "color-hex-length": "long", // macros/paper/document.py reads the tokens, six digits each
    "color-named": "never",
    "color-no-hex": true,
    "declaration-no-important": true,
    "selector-class-pattern": "^[a-z]+(-[a-z]+)*(__[a-z0-9]+(-[a-z]+)*)?(--[a-z]+(-[a-z]+)*)?$",
  },
  overrides: [
    { files: ["**/tokens.css"], rules: { "color-no-hex": null } },
    // what is hidden, and who wants no movement, is above every layer
    { files: ["**/base.css"], rules: { "declaration-no-important": null } },
  ],
};
