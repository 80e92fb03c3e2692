import type { BlockJson, ExampleJson, InlineJson } from "@/lib/spec/block-json";
import {
  bad,
  codeBlock,
  commentary,
  compare,
  example,
  heading,
  link,
  marker,
  message,
  p,
  prompts,
  raw,
  spec,
  withPrompts,
} from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { isAnchorText } from "@/lib/spec/schema/attributes";

/** What has opened other sites before (QUALITY H9), each with a call that a test can notice. */
export const PAYLOADS: readonly string[] = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "--><script>alert(1)</script>",
  "]]><script>alert(1)</script>",
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<base href=javascript:alert(1)//>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<form action=javascript:alert(1)><button>x</button></form>",
  "<details open ontoggle=alert(1)>x</details>",
  "<a href=javascript:alert(1)>x</a>",
  "<body onload=alert(1)>",
  "<template><script>alert(1)</script></template>",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:alert(1)",
  "//evil.example/x.js",
  'x" onmouseover="alert(1)',
  "x' onfocus='alert(1)' autofocus='",
  "x onpointerenter=alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "\\\\(\\href{javascript:alert(1)}{x}\\\\)",
  '\\\\(\\htmlData{x=" onclick=alert(1)}{x}\\\\)',
  "[x](javascript:alert(1))",
  "![x](javascript:alert(1))",
  "<!--sections--><script>alert(1)</script>",
  "$& $` $' <script>alert(1)</script>",
  "\u2028alert(1)\u2028",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
];

/** An id may hold no quotes, brackets or blanks; what is left can still be meant badly. */
const HOSTILE_IDS = [
  "javascript:alert(1)",
  "onclick=alert",
  "x/onload=alert",
  "%22onload=x",
  "__proto__",
  "constructor",
].filter((id) => isAnchorText(id));

/** A spec with every payload in every place that a text can stand: some 600 of them. */
export function hostileSpec(): SpecDocument {
  const document = spec(
    ...PAYLOADS.flatMap((payload, index) => [...sectionWith(payload, `s${index}`)]),
    ...HOSTILE_IDS.map((id) => heading(2, `Called ${id}`, { id, authority: "root", tags: ["x"] })),
  );
  return withPrompts(
    {
      ...document,
      title: PAYLOADS[0]!,
      levels: document.levels.map((level) => ({ ...level, name: PAYLOADS[6]! })),
    },
    prompts("ab12", "x", ...PAYLOADS.map((payload) => exampleWith(payload))),
  );
}

export const hostilePayloadCount = PAYLOADS.length * 13 + HOSTILE_IDS.length;

function sectionWith(payload: string, id: string): BlockJson[] {
  return [
    heading(2, payload, { id, authority: "root" }),
    p(payload, marker("ab12")),
    p(link(payload, "a link"), link(`#${payload}`, "inside"), picture(payload)),
    codeBlock(payload.replaceAll("\n", " "), payload),
    raw("html", payload),
    { ...commentary(payload), attrs: { uid: null, kind: "meta", title: payload } } as BlockJson,
    { type: "image", attrs: { uid: null, src: payload, alt: payload, title: payload } },
    exampleWith(payload),
  ];
}

function exampleWith(payload: string): ExampleJson {
  return example(
    payload,
    message("user", payload),
    message("assistant", payload),
    compare(bad(payload, payload)),
  );
}

const picture = (src: string): InlineJson => ({
  type: "inlineImage",
  attrs: { src, alt: src, title: src },
});
