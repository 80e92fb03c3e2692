import type { ExamplePart, ResponsePart, SpeechPart } from "../parts/example-part";
import type { SectionPart } from "../parts/section-part";
import type { Side } from "../parts/side";
import type { UnitPart } from "../parts/unit-part";
import type { Lexicon } from "../text/lexicon";
import { Pairing } from "./pairing";

export interface RenamedLevel {
  from: string;
  to: string;
  /** Ids of the clauses, as they are now, whose authority changed in name only. */
  sections: string[];
  confidence: number;
}

/** Both documents taken apart, with what was found to belong together. */
export class Comparison {
  readonly sections = new Pairing<SectionPart>();
  readonly examples = new Pairing<ExamplePart>();
  readonly units = new Pairing<UnitPart>();
  readonly messages = new Pairing<SpeechPart>();
  readonly responses = new Pairing<ResponsePart>();
  /** Ids of sections before that have another id after. */
  readonly renamed = new Map<string, string>();
  /** Levels of authority that only have another name now. */
  levels: RenamedLevel[] = [];
  /** Runner-up of a section: what else it might have become. */
  readonly rivals = new Map<SectionPart, { part: SectionPart; score: number }>();

  constructor(
    readonly before: Side,
    readonly after: Side,
    readonly lexicon: Lexicon,
    /** Whether a uid means the same block on both sides. */
    readonly identities: boolean,
  ) {}
}
