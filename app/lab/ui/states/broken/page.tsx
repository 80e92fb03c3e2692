import { connection } from "next/server";

/** Fails on purpose, to show what a failure looks like. */
export default async function BrokenPage(): Promise<never> {
  await connection();
  throw new Error("This page of the lab fails on purpose.");
}
