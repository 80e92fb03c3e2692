// Runs the steps of a check one after the other and says how long each took.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { requireNode } from "./require-node.mjs";

requireNode();

/**
 * @typedef {{ name: string, command: string[], env?: Record<string, string> }} Step
 *   `command` is a Node program and its arguments: no shell, so it runs the same everywhere.
 */

/**
 * Runs all steps, also after one failed: people want to know everything that is wrong at once.
 *
 * @param {Step[]} steps
 * @returns {string[]} The names of the steps that failed.
 */
export function runSteps(steps) {
  return steps.filter((step) => !runStep(step)).map(({ name }) => name);
}

/** @param {Step} step @returns {boolean} Whether it ended well. */
export function runStep({ name, command, env = {} }) {
  const started = performance.now();
  console.log(`\n▸ ${name}`);
  const { status, error } = spawnSync(process.execPath, command, {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${name}  ${seconds} s`);
  return status === 0;
}

/** The program of an installed package. @param {string[]} parts */
export const program = (...parts) => path.join("node_modules", ...parts);
