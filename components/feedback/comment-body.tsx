import { commentParagraphs } from "@/lib/feedback/comment-text";
import { cn } from "@/components/ui/cn";

/** The words of a comment: text alone, with addresses of the web as links that carry no recommendation. */
export function CommentBody({ text, className }: { text: string; className?: string }) {
  return (
    <div
      className={cn("flex max-w-measure flex-col gap-2 text-md wrap-anywhere", className)}
      dir="auto"
    >
      {commentParagraphs(text).map((lines, index) => (
        <p key={index}>
          {lines.map((pieces, line) => (
            <span key={line}>
              {line > 0 && <br />}
              {pieces.map(({ text: words, href }, at) =>
                href ? (
                  <a key={at} href={href} rel="nofollow ugc noopener noreferrer" className="link">
                    {words}
                  </a>
                ) : (
                  <span key={at}>{words}</span>
                ),
              )}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
