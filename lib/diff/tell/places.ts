import type { Place } from "../change";
import type { ExamplePart, ResponsePart, SpeechPart } from "../parts/example-part";
import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import type { Side } from "../parts/side";
import { isUnit } from "../parts/unit-part";

const NOWHERE: Place = {
  sectionId: null,
  sectionTitle: null,
  sectionNumber: null,
  authority: null,
  parentId: null,
  parentTitle: null,
  uid: null,
  block: null,
  headingBlock: null,
  form: null,
  exampleTitle: null,
  exampleUid: null,
  message: null,
  response: null,
  prompts: null,
  line: null,
};

/** Says where parts of one document stand. */
export class Places {
  constructor(private readonly side: Side) {}

  get document(): Place {
    return { ...NOWHERE };
  }

  section(part: SectionPart): Place {
    const { section, parent } = part;
    if (!section) return { ...NOWHERE };
    return {
      ...NOWHERE,
      sectionId: section.id,
      sectionTitle: part.title,
      sectionNumber: section.number.join("."),
      authority: section.authority,
      parentId: parent?.id ?? null,
      parentTitle: parent ? parent.title : null,
      uid: section.uid,
      block: section.index,
      headingBlock: section.index,
      form: "section",
      line: this.#line(section.uid),
    };
  }

  item(part: ItemPart): Place {
    return isUnit(part)
      ? {
          ...this.section(part.section),
          uid: part.uid,
          block: part.block,
          form: part.form,
          line: this.#line(part.uid),
        }
      : this.example(part);
  }

  example(part: ExamplePart): Place {
    return {
      ...this.section(part.section),
      uid: part.uid,
      block: part.block,
      form: "example",
      exampleTitle: part.title,
      exampleUid: part.uid,
      line: this.#line(part.uid),
    };
  }

  message(part: SpeechPart, example: ExamplePart): Place {
    const place = this.example(example);
    const line = this.#line(part.uid) ?? place.line;
    return { ...place, uid: part.uid, form: "message", message: part.index, line };
  }

  response(part: ResponsePart, example: ExamplePart): Place {
    const place = this.example(example);
    const line = this.#line(part.uid) ?? place.line;
    return { ...place, uid: part.uid, form: "response", response: part.index, line };
  }

  prompts(id: string): Place {
    const first = this.side.document.prompts.find((file) => file.id === id)?.content[0];
    const uid = (first?.attrs as { uid?: string | null } | undefined)?.uid ?? null;
    return { ...NOWHERE, prompts: id, uid, line: this.#line(uid) };
  }

  #line(uid: string | null): number | null {
    return uid === null ? null : (this.side.lines?.get(uid)?.line ?? null);
  }
}
