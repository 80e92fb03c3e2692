#!/usr/bin/env node
// Checks a downloaded release of a spec. One file, no dependencies, Node 20 or newer:
//
//   node verify-release.mjs bundle.json              recomputes every hash in the bundle
//   node verify-release.mjs bundle.json <manifest>   and compares with the hash you got elsewhere
//
// It shares no line with the software that made the bundle, so that a fault there shows here. What it
// recomputes is described in "How it is checked" at the end of this file.
// Exit code 0: everything fits. 1: something does not. 2: the file could not be read.
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** RFC 8785: no white space, keys by their UTF-16 code units, strings and numbers as ECMAScript has them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

export const hashOf = (value) =>
  createHash("sha256").update(canonical(value), "utf8").digest("hex");

/** Hashes of all parts of an edition by their keys: sections, evaluation prompts, and "" for the whole. */
export function partsOf(document, label, changelog) {
  const sections = [];
  const preamble = [];
  const above = [];
  document.content.forEach((block, index) => {
    if (block.type !== "heading") {
      (sections.at(-1)?.blocks ?? preamble).push(block);
      return;
    }
    while (above.length > 0 && above.at(-1).level >= block.attrs.level) above.pop();
    const section = {
      key: block.attrs.uid ?? `#${index}`,
      level: block.attrs.level,
      heading: block,
      under: above.at(-1)?.key ?? null,
      blocks: [],
    };
    sections.push(section);
    above.push(section);
  });
  const { title, profile, schema, levels, ledger, prompts } = document;
  const order = sections.map(({ key }) => key);
  const whole = { title, profile, schema, levels, ledger, preamble, order, label, changelog };
  return new Map([
    ["", hashOf(whole)],
    ...sections.map(({ key, heading, blocks, under }) => [key, hashOf({ heading, blocks, under })]),
    ...prompts.map((file) => [`prompts/${file.id}`, hashOf(file)]),
  ]);
}

/** @returns {{ checks: { words: string, fits: boolean }[], notes: string[] }} */
export function verifyBundle(bundle, expectedManifest) {
  const checks = [];
  const notes = [];
  const check = (words, fits) => checks.push({ words, fits: Boolean(fits) });
  const { release, chain, document, candidates, approvals, baseParts, override, audit } = bundle;
  const { manifest, manifestHash } = release;

  check("The format is known", bundle.format === "precept-release-bundle" && bundle.version === 1);
  check("The text has the hash that the manifest names", hashOf(document) === manifest.document);
  check("The manifest has the hash of the release", hashOf(manifest) === manifestHash);
  if (expectedManifest) {
    check("It is the hash that you expected", manifestHash === expectedManifest.toLowerCase());
  }
  check("The manifest belongs to this spec", manifest.spec === bundle.spec.id);

  const manifests = [...chain, manifest];
  check(
    "Each release names the one before it, down to the first",
    manifests.every(
      (one, index) =>
        one.number === index + 1 &&
        one.spec === manifest.spec &&
        one.base === (index === 0 ? null : hashOf(manifests[index - 1])),
    ),
  );

  const { previousHash, hash, ...event } = audit;
  check(
    "The event of publication has its hash in the log",
    hashOf({ previousHash, ...event }) === hash,
  );
  check(
    "The event of publication names this release",
    event.payload.manifest === manifestHash &&
      event.payload.document === manifest.document &&
      event.payload.label === manifest.label &&
      event.specId === manifest.spec &&
      event.kind === `release.${release.origin}`,
  );

  if (release.origin === "imported") {
    notes.push("It was taken over from elsewhere; its review did not happen here.");
    return { checks, notes };
  }
  const last = candidates.at(-1);
  check(
    "Every candidate has its hash",
    candidates.length > 0 && candidates.every((one) => hashOf(one.manifest) === one.hash),
  );
  check(
    "What was published is what was in review: text, base, label and notes",
    last &&
      last.manifest.document === manifest.document &&
      last.manifest.base === manifest.base &&
      last.manifest.label === manifest.label &&
      last.manifest.changelog === manifest.changelog &&
      last.manifest.spec === manifest.spec,
  );
  const known = new Set(candidates.map((one) => one.hash));
  check(
    "Every approval names a candidate that is here",
    approvals.every((approval) => known.has(approval.candidateHash)),
  );
  check(
    "The approvals are those that the log names, word for word",
    canonical(approvals.map(approvalHash)) === canonical(event.payload.approvals),
  );
  const missing = unapproved(
    partsOf(document, manifest.label, manifest.changelog),
    baseParts,
    approvals,
  );
  if (override) {
    notes.push(
      `Published against the rules by ${override.askedBy} and ${override.confirmedBy}: ${override.reason}`,
    );
    if (missing.length > 0) notes.push(`${missing.length} changes have no approval.`);
  } else {
    check("Somebody approved every change, exactly as it was published", missing.length === 0);
  }
  const people = [...new Set(approvals.map(({ by }) => by))];
  notes.push(`Approved by ${people.length > 0 ? people.join(", ") : "nobody"}.`);
  for (const { by, dissent } of approvals) if (dissent) notes.push(`${by} dissents: ${dissent}`);
  return { checks, notes };
}

/** All that an approval says, without the name of who gave it. */
function approvalHash({ role, at, candidateHash, covers, statement, dissent, diffVersion }) {
  return hashOf({ role, at, candidateHash, covers, statement, dissent, diffVersion });
}

/** Keys of parts that changed since the base and that no approval covers as they are. */
function unapproved(parts, baseParts, approvals) {
  const covered = new Set(approvals.flatMap(({ covers }) => covers.map(({ change }) => change)));
  const keys = new Set([...parts.keys(), ...Object.keys(baseParts)]);
  return [...keys].filter((part) => {
    const before = Object.hasOwn(baseParts, part) ? baseParts[part] : null;
    const after = parts.get(part) ?? null;
    return before !== after && !covered.has(hashOf({ part, before, after }));
  });
}

function main([file, expected]) {
  if (!file) {
    process.stderr.write("Usage: node verify-release.mjs bundle.json [manifest hash]\n");
    return 2;
  }
  let bundle;
  try {
    bundle = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${error.message}\n`);
    return 2;
  }
  let result;
  try {
    result = verifyBundle(bundle, expected);
  } catch (error) {
    process.stderr.write(`${file} is no bundle of a release: ${error.message}\n`);
    return 1;
  }
  const { title } = bundle.spec;
  process.stdout.write(`${title}, ${bundle.release.manifest.label}\n`);
  for (const { words, fits } of result.checks)
    process.stdout.write(`${fits ? "✓" : "✗"} ${words}\n`);
  for (const note of result.notes) process.stdout.write(`  ${note}\n`);
  process.stdout.write(`  Manifest ${bundle.release.manifestHash}\n`);
  process.stdout.write(`  Audit log, event ${bundle.audit.seq}: ${bundle.audit.hash}\n`);
  return result.checks.every(({ fits }) => fits) ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = main(process.argv.slice(2));
}

// How it is checked
//
// Every hash is SHA-256 over JSON in the canonical form of RFC 8785, as 64 lower-case hex digits.
// 1. `document` hashes to `release.manifest.document`; `release.manifest` hashes to `manifestHash`.
// 2. `chain` holds the manifests of all earlier releases; each `base` is the hash of the one before.
// 3. `audit` is the event of publication in the installation's log: its hash covers the event before it,
//    so whoever keeps these hashes notices when the log is written anew.
// 4. A candidate is what was in review; its hash covers text, base, label and notes. The last one holds
//    what was published.
// 5. An approval covers changes. A change is the hash of { part, before, after }: a part of the text by
//    key, its hash in the base release (`baseParts`) and its hash now (both null where it is not there).
//    The event of publication names every approval by the hash of what it says, without the name.
//    Every part that differs from the base must be covered, unless the release says that it was published
//    against the rules.
// What this cannot show: that people are who they say they are, and that they were independent. The
// public record of the release says who approved it.
