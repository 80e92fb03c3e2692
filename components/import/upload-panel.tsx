"use client";

import { FileUp, FolderUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FormError } from "@/components/ui/form-error";
import { Progress } from "@/components/ui/progress";
import type { ActionFailure } from "@/lib/action-result";
import type { ReadProgress } from "@/lib/import/run-import";
import {
  droppedFiles,
  NothingToImport,
  packFiles,
  pickedFiles,
  type PickedFile,
} from "./pack-files";
import { sendWithProgress } from "./send-with-progress";

export interface UploadPanelProps {
  /** The spec whose draft it may replace; null for a new spec. */
  specId: string | null;
  /** Where previews are, such as /w/import. */
  previews: string;
}

type Stage = { words: string; value: number; max: number; figures: string };

/** Takes a file or a folder, by picking or dropping it, and leads to its preview. */
export function UploadPanel({ specId, previews }: UploadPanelProps) {
  const router = useRouter();
  const [stage, setStage] = useState<Stage | null>(null);
  const [error, setError] = useState<ActionFailure | null>(null);
  const [isOver, setOver] = useState(false);
  const upload = async (pick: PickedFile[] | Promise<PickedFile[]>) => {
    setError(null);
    setStage({ words: "Packing", value: 0, max: 1, figures: "" });
    try {
      const { name, body } = await packFiles(await pick);
      const query = new URLSearchParams({ name, ...(specId ? { spec: specId } : {}) });
      const result = await sendWithProgress<ReadProgress, { id: string }>(
        `/api/imports?${query}`,
        body,
        {
          contentType: "application/octet-stream",
          onSent: (sent, total) => setStage(sending(sent, total)),
          onProgress: (progress) => setStage(reading(progress)),
        },
      );
      if (result.ok) return router.push(`${previews}/${result.data.id}`);
      setError(result.error);
    } catch (failure) {
      setError(wordsOf(failure));
    }
    setStage(null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!stage) void upload(droppedFiles(event.dataTransfer.items));
  };
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <FormError error={error} />
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-center gap-4 rounded-lg border-2 border-dashed px-6 py-10 text-center",
          isOver ? "border-accent bg-accent-wash" : "border-line-strong bg-raised",
        )}
      >
        {stage ? (
          <div className="w-full max-w-sm text-start" role="status">
            <Progress
              label={stage.words}
              value={stage.value}
              max={stage.max}
              words={stage.figures}
            />
          </div>
        ) : (
          <>
            <p className="text-base">Drop a file or a folder here, or choose one.</p>
            <div className="flex flex-wrap justify-center gap-3">
              <PickButton onPick={(files) => void upload(files)} />
              <PickButton folder onPick={(files) => void upload(files)} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function PickButton({
  folder = false,
  onPick,
}: {
  folder?: boolean;
  onPick: (files: PickedFile[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const Icon = folder ? FolderUp : FileUp;
  return (
    <>
      <Button variant={folder ? "secondary" : "primary"} onClick={() => input.current?.click()}>
        <Icon aria-hidden />
        {folder ? "Choose a folder" : "Choose a file"}
      </Button>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={folder ? "Folder to import" : "File to import"}
        {...(folder ? { webkitdirectory: "" } : { accept: ".md,.markdown,.txt,.json,.zip" })}
        onChange={(event) => {
          if (event.target.files?.length) onPick(pickedFiles(event.target.files));
          event.target.value = "";
        }}
      />
    </>
  );
}

const sending = (sent: number, total: number): Stage =>
  sent < total
    ? { words: "Sending", value: sent, max: total, figures: `${percent(sent, total)} %` }
    : { words: "Reading", value: 0, max: 1, figures: "" };

const reading = ({ read, total }: ReadProgress): Stage => ({
  words: "Reading",
  value: read,
  max: total ?? 1,
  figures: total === null || total < 2 ? "" : `${read} of ${total} releases`,
});

const percent = (part: number, whole: number) => Math.round((part / whole) * 100);

function wordsOf(failure: unknown): ActionFailure {
  if (failure instanceof NothingToImport) return { code: "empty", message: failure.message };
  return {
    code: "unreadable",
    message: "This browser could not read what you chose. Pack it as a zip and choose the zip.",
  };
}
