// Lint, and the walls between the rooms of the house. Each wall says why it stands.
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import { defineConfig, globalIgnores } from "eslint/config";

/** Forbids imports that match the patterns, with the reason as the message. */
function wall(...restrictions) {
  return {
    "no-restricted-imports": [
      "error",
      { patterns: restrictions.map(([group, message]) => ({ group, message })) },
    ],
  };
}

const PRISMA = [
  ["@prisma/*", "**/data/generated/*", "**/data/generated"],
  "Only lib/data speaks to Prisma, so that every query has one door and can be read in one folder.",
];
const FRAMEWORK = [
  ["next", "next/*", "next-auth", "next-auth/*", "react", "react-dom", "react/*", "react-dom/*"],
  "This folder runs in plain Node, in tests and on the command line, where there is no Next and no React.",
];
const STATEFUL = [
  [
    "@/lib/data",
    "@/lib/data/*",
    "@/lib/commands",
    "@/lib/commands/**",
    "@/lib/sync/*",
    "@/lib/auth/*",
  ],
  "Pure folders are the same everywhere and for ever: no database, no session, no socket.",
];
const ENVIRONMENT = [
  [
    "@/lib/env",
    "@/lib/log",
    "node:fs",
    "node:fs/*",
    "node:http",
    "node:process",
    "fs",
    "http",
    "pg",
  ],
  "Pure folders read no environment, file or clock: the same input always gives the same output.",
];
const SCREENS = [
  ["@/app/*", "@/components/*"],
  "Nothing below the screens may depend on a screen.",
];
const WRITES = [
  [
    "@/lib/data",
    "@/lib/data/*",
    "@/lib/commands/**",
    "@/lib/sync/*",
    // The browser's half of the conversation.
    "!@/lib/sync/protocol",
    "!@/lib/sync/delivery",
    "!@/lib/sync/keep-connected",
    "!@/lib/sync/fetch-state",
  ],
  "Components show what they are given and send forms through a prop: reads and writes belong to app/.",
];

const PURE = [
  "spec",
  "markdown",
  "draft",
  "diff",
  "anchor",
  "feedback",
  "policy",
  "workflow",
  "export",
];

export default defineConfig([
  ...nextVitals,
  ...nextTypescript,
  globalIgnores([
    ".next/**",
    ".build/**",
    ".data/**",
    "lib/data/generated/**",
    "next-env.d.ts",
    "test-results/**",
    "playwright-report/**",
  ]),
  {
    rules: {
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      // Pictures are shown as they are (next.config.ts): there is no optimizer to miss.
      "@next/next/no-img-element": "off",
      // Long files and functions get a second look, not a veto.
      "max-lines": ["warn", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["warn", { max: 120, skipBlankLines: true, skipComments: true }],
      "max-depth": ["warn", 3],
    },
  },
  {
    files: PURE.map((folder) => `lib/${folder}/**/*.{ts,tsx}`),
    rules: {
      ...wall(PRISMA, FRAMEWORK, STATEFUL, ENVIRONMENT, SCREENS),
      "no-restricted-globals": [
        "error",
        {
          name: "process",
          message: "Pure folders read no environment; take the value as a parameter.",
        },
        { name: "fetch", message: "Pure folders speak to no network." },
      ],
      "no-restricted-properties": [
        "error",
        {
          object: "Date",
          property: "now",
          message: "Pure folders have no clock; take the time as a parameter.",
        },
        {
          object: "Math",
          property: "random",
          message: "Pure folders roll no dice; take the source of ids as a parameter.",
        },
        {
          object: "crypto",
          property: "randomUUID",
          message: "Take the source of ids as a parameter.",
        },
      ],
    },
  },
  {
    files: ["lib/data/**/*.ts"],
    rules: wall(
      FRAMEWORK,
      [
        ["@/lib/commands/**", "@/lib/sync/*", "@/lib/auth/*"],
        "Data is read by commands, never the other way round.",
      ],
      SCREENS,
    ),
  },
  {
    files: ["lib/cli/**/*.ts"],
    rules: wall(PRISMA, FRAMEWORK, SCREENS, [
      ["@/lib/data", "@/lib/data/*", "@/lib/commands/**", "@/lib/auth/*", "@/lib/env"],
      "The command line works in other people's repositories: no database, no server, no settings.",
    ]),
  },
  {
    files: ["lib/commands/**/*.ts", "lib/sync/**/*.ts"],
    rules: wall(PRISMA, FRAMEWORK, SCREENS),
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    rules: wall(PRISMA, WRITES, [["@/app/*"], "A component knows no page."]),
  },
  {
    // Pages for readers are no pages of Next: they write their own <head> and follow plain links.
    files: ["components/reading/**/*.tsx"],
    rules: {
      "@next/next/no-head-element": "off",
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  {
    files: [
      "app/**/*.{ts,tsx}",
      "lib/auth/**/*.ts",
      "lib/*.ts",
      "server/**/*.ts",
      "scripts/**/*.ts",
      "e2e/**/*.ts",
    ],
    rules: wall(PRISMA),
  },
  {
    // Tests may reach for the real thing; command-line programs speak on standard output.
    files: ["**/*.test.{ts,tsx}", "lib/**/testing/**/*.ts", "e2e/**/*.ts", "bench/**/*.ts"],
    rules: {
      "no-restricted-imports": "off",
      "no-restricted-properties": "off",
      "no-restricted-globals": "off",
      "max-lines-per-function": "off",
      "max-lines": "off",
      // Vitest's and Playwright's `use…` are no hooks of React.
      "react-hooks/rules-of-hooks": "off",
      "react-hooks/immutability": "off",
    },
  },
  {
    files: ["scripts/**/*.{ts,mjs}", "bin/**/*.mjs", "bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
]);
