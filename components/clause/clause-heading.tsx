import { AuthorityMark } from "@/components/authority/authority-mark";
import type { BlockContext } from "@/components/blocks/block-context";
import { Inline } from "@/components/blocks/inline";
import { directionOf } from "@/components/blocks/typesetter";
import type { HeadingJson } from "@/lib/spec/block-json";
import { plainText } from "@/lib/spec/plain-text";
import { Permalink } from "./permalink";

export interface ClauseHeadingProps {
  heading: HeadingJson;
  context: BlockContext;
  /** `2.3`, where sections are numbered. */
  number?: string;
  /** Whether the heading itself carries the id; false where the section around it does. */
  ownsId?: boolean;
}

/** The heading of a section: its number, its title, its authority, its address. */
export function ClauseHeading({ heading, context, number, ownsId = true }: ClauseHeadingProps) {
  const { uid, id, authority, tags, level } = heading.attrs;
  const look = authority === null ? null : context.levelOf(authority);
  const title = plainText(heading.content, context.titleOf).trim();
  const Tag = `h${Math.min(6, context.topHeading - 1 + level)}` as "h2";
  return (
    <Tag
      {...context.identity(uid)}
      id={ownsId && id !== null ? id : undefined}
      dir={directionOf(title)}
      data-number={number}
    >
      <Inline content={heading.content} context={context} />
      {look && (
        <>
          {" "}
          <AuthorityMark name={look.name} shape={look.shape} colour={look.colour} />
        </>
      )}
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag.replaceAll("_", " ")}
        </span>
      ))}
      {id !== null && <Permalink id={id} of="section" context={context} />}
    </Tag>
  );
}
