// How the scripts of the site are checked: https://eslint.org/docs/latest/rules/
import js from "@eslint/js";
import globals from "globals";

const rules = {
  ...js.configs.recommended.rules,
  eqeqeq: "error",
  "no-implicit-globals": "error",
  "no-shadow": "error",
  "no-var": "error",
  "prefer-const": "error",
};

export default [
  { files: ["**/*.js"], languageOptions: { globals: globals.browser }, rules },
];
