import type { ReadingAssets } from "./reading-facts";

/** What must have run before a page is drawn (island/early.ts), in the page itself. */
export const EarlyScript = ({ assets }: { assets: ReadingAssets }) => (
  <script dangerouslySetInnerHTML={{ __html: assets.earlyScript }} />
);
