import type { LevelStyle } from "@/lib/spec/level-style";
import { LEVEL_CLASS } from "./level-look";

export interface AuthorityMarkProps extends LevelStyle {
  name: string;
}

/**
 * The badge of an authority level as one element drawn by the style sheet alone: for pages with a
 * hundred of them. Looks like AuthorityBadge and reads as "<name> level".
 */
export function AuthorityMark({ name, shape, colour }: AuthorityMarkProps) {
  return (
    <span className={`level-mark ${LEVEL_CLASS[colour]}`} data-shape={shape}>
      {name}
    </span>
  );
}
