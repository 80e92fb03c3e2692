const FILE_WORDS = `FILE is a Markdown file, a canonical JSON file, a folder in repository layout
(model_spec.md and examples/*.md), or - for standard input.`;

const PROFILE_WORDS = `  --profile NAME   read Markdown as model-spec or generic; guessed when left out`;

export const HELP = `precept – inspect, convert, check and compare behaviour specs

  precept inspect FILE [--json]                       what is in it, and what is wrong with it
  precept convert FILE --to md|json [-o OUT]          Markdown and canonical JSON, either way
  precept lint FILE [--json]                          what a careful reader would object to
  precept diff FILE FILE [--json|--markdown|--summary]  what changed, the older one first

${FILE_WORDS}
Results go to standard output, words to standard error.
Exit codes: 0 fine, 1 the linter found errors or two specs differ, 2 bad usage or unreadable input.

  precept COMMAND --help                              more on one command
`;

const COMMAND_HELP: Readonly<Record<string, string>> = {
  inspect: `precept inspect FILE [--json] [--profile NAME]

Counts sections, clauses by level, examples, responses by verdict, references and words, and reports
on integrity: dangling references, markers and prompts that do not match, stale headers, mangled tags,
doubled ids and titles, and what is kept as raw source.

  --json           the same as one JSON object
${PROFILE_WORDS}

  precept inspect model_spec.md
  precept inspect . --json
`,
  convert: `precept convert FILE --to md|json [-o OUT] [--with-source] [--profile NAME]

Markdown after Markdown is the same bytes. Canonical JSON is the document alone: printed from it,
Markdown is in its canonical form. With --with-source the JSON also carries the source, and Markdown
printed from it is the original again.

  --to md|json     what to write
  -o OUT           the file to write, or the folder for a spec with evaluation prompts; standard
                   output when left out
  --with-source    JSON alone: {"document": …, "source": …}
${PROFILE_WORDS}

  precept convert model_spec.md --to json -o spec.json
  precept convert spec.json --to md
  precept convert . --to md -o ../copy
`,
  diff: `precept diff A B [--json|--markdown|--summary] [--changelog FILE [--release NAME]] [--profile NAME]

What changed from A to B, said the way one speaks of a spec: sections added, renamed, moved, merged;
authority raised or lowered; examples, responses and verdicts; paragraphs and list items edited, moved,
split; evaluation markers, references and prompts. Typography is told apart. Ends with 0 when nothing
changed, with 1 when something did.

  --json           {"format": "precept-diff", "changes": [{"kind", "class", "from", "to", …}], …}
                   as in public/schemas/precept-diff-1.schema.json
  --markdown       a draft of release notes
  --summary        counts by kind, changes of authority, chapters
  --changelog FILE which changed sections the changelog does not mention
  --release NAME   the release in the changelog; its first when left out
${PROFILE_WORDS}

  precept diff releases/2025-04 releases/2025-09 --summary
  precept diff old.md new.md --json
  precept diff old.json new.json --changelog CHANGELOG.md
`,
  lint: `precept lint FILE [--json] [--rule ID=off|hint|warning|error]… [--profile NAME]

Ends with 1 when there are errors. Each finding names its rule and, for Markdown, its line.

  --json           findings as one JSON array
  --rule ID=LEVEL  switch a rule off or change its severity; may be repeated
${PROFILE_WORDS}

  precept lint model_spec.md
  precept lint . --rule strict-guideline=off
`,
};

/** The help of one command, or undefined when there is none of that name. */
export const helpOf = (command: string | undefined): string | undefined =>
  command === undefined ? undefined : COMMAND_HELP[command];
