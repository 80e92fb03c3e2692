import { Button } from "@/components/ui/button";
import { Loading, LoadingText } from "@/components/ui/loading";
import { Notice } from "@/components/ui/notice";
import { DemoBanner } from "@/components/shell/demo-banner";
import { Specimen } from "./specimen";

/** Notices and waiting. */
export function MessageSpecimen() {
  return (
    <Specimen
      title="Messages and waiting"
      note="What happened, what is safe, what to do."
      className="grid gap-8 lg:grid-cols-2"
    >
      <div className="flex flex-col gap-4">
        <Notice title="You are reading an earlier release">
          The latest one is 2026-11-23. Comments go to the release that you are reading.
        </Notice>
        <Notice tone="caution" title="You are offline" actions={<Button size="sm">Try now</Button>}>
          What you write is kept on this device and will be sent when the connection is back.
        </Notice>
        <Notice
          tone="danger"
          title="The last change was not saved"
          actions={<Button size="sm">Copy my words</Button>}
        >
          Everything up to 14:05 is safe. Copy what you wrote since, then reload the page.
        </Notice>
        <DemoBanner>This is a demo. Everything in it is reset when it restarts.</DemoBanner>
      </div>
      <div className="flex flex-col gap-6">
        <Loading>Comparing two releases</Loading>
        <LoadingText lines={4}>Opening the draft</LoadingText>
      </div>
    </Specimen>
  );
}
