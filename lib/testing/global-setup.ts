import type { TestProject } from "vitest/node";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { ownerUrl: string; appUrl: string; template: string };
  }
}

/** One PostgreSQL for all test files of a run; each file copies a database of its own from it. */
export default async function setup(project: TestProject) {
  const { stop, ...addresses } = await startTestCluster();
  project.provide("cluster", addresses);
  return stop;
}
