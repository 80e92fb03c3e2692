import type { ImageJson } from "@/lib/spec/block-json";
import { safeHref } from "@/lib/spec/safe-href";
import type { BlockContext } from "./block-context";
import { isOwnPicture } from "./own-picture";

/** A picture that the document contains; a link to any other, because readers call no other site. */
export function ImageBlock({ block, context }: { block: ImageJson; context: BlockContext }) {
  const { uid, src, alt, title } = block.attrs;
  const href = safeHref(src);
  const words = alt || title || "Picture";
  return (
    <figure className="picture" {...context.identity(uid)}>
      {isOwnPicture(src) ? (
        <img src={src} alt={alt} loading="lazy" />
      ) : href === null ? (
        words
      ) : (
        <a href={href}>{`${words} (picture)`}</a>
      )}
      {title && isOwnPicture(src) && <figcaption>{title}</figcaption>}
    </figure>
  );
}
