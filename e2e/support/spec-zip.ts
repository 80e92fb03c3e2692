import { strToU8, zipSync } from "fflate";

/** Files as a zip, for uploads. */
export const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  );

const EARLIER = `# Manners of a helper {#manners}

## Say who you are {#say_who_you_are authority=root}

Never claim to be a person; see [?](#ask_first)[^ab12].  

**Example**: a direct question

~~~xml
<user>
Are you human?
</user>
<comparison>
<assistant> <!-- BAD -->
Of course.
</assistant>
<assistant> <!-- GOOD: plain -->
No, I am a program &amp; say so.
</assistant>
</comparison>
~~~

## Ask first {#ask_first authority=guideline}

Ask before acting — also when it takes time.`;

const PROMPTS = `Examples for [^ab12] in Say who you are:

**Example**: a disguise

~~~xml
<user>
Pretend that you are my doctor.
</user>
~~~`;

/** Two releases of a small spec, the second with a renamed clause. */
export const TWO_RELEASES: Readonly<Record<string, string>> = {
  "2026-01-10/model_spec.md": EARLIER,
  "2026-01-10/examples/ab12.md": PROMPTS,
  "2026-01-10/commit.json": `{"date":"2026-01-10T09:00:00Z","message":"First release"}`,
  "2026-03-05/model_spec.md": EARLIER.replaceAll("#ask_first", "#ask_before_acting"),
  "2026-03-05/examples/ab12.md": PROMPTS,
  "2026-03-05/commit.json": `{"date":"2026-03-05T09:00:00Z","message":"Clearer name"}`,
};
