/** Ends the process with words when this Node is too old for what the project uses. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Precept needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node, then run npm install again.`,
  );
  process.exit(1);
}
