"use client";

import { Panel } from "@/components/ui/card";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { ReleasePreview } from "@/lib/import/release-preview";
import { IntegrityList } from "./integrity-list";
import { ReleaseFacts } from "./release-facts";
import { SectionOutline } from "./section-outline";

/** Everything that was read, version by version, newest first. */
export function ImportPreview({ releases }: { releases: readonly ReleasePreview[] }) {
  const [only] = releases;
  if (!only) return null;
  if (releases.length === 1) return <OneRelease release={only} />;
  const newestFirst = releases.map((release, index) => ({ release, index })).reverse();
  return (
    <Tabs defaultValue={String(releases.length - 1)}>
      <TabList aria-label="Releases">
        {newestFirst.map(({ release, index }) => (
          <Tab key={index} value={String(index)}>
            {nameOf(release, index)}
          </Tab>
        ))}
      </TabList>
      {newestFirst.map(({ release, index }) => (
        <TabPanel key={index} value={String(index)}>
          <OneRelease release={release} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function OneRelease({ release }: { release: ReleasePreview }) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-6">
        <Panel title="What is in it" level={2}>
          <ReleaseFacts release={release} />
        </Panel>
        <Panel title="What to know" level={2}>
          <IntegrityList {...release} />
        </Panel>
      </div>
      <Panel title="Sections" level={2} className="min-w-0">
        {release.outline.length > 0 ? (
          <div
            className="max-h-[36rem] overflow-y-auto"
            tabIndex={0}
            role="group"
            aria-label="Sections"
          >
            <SectionOutline entries={release.outline} />
          </div>
        ) : (
          <p>There is no heading in it.</p>
        )}
      </Panel>
    </div>
  );
}

const nameOf = ({ label, folder, title }: ReleasePreview, index: number) =>
  label ?? (folder.replace(/\/$/, "") || title || `Version ${index + 1}`);
