"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { Specimen } from "./specimen";

/** What opens over the page, and tabs. */
export function OverlaySpecimen() {
  const toast = useToast();
  const undo = {
    label: "Undo",
    alt: "Undo in the history",
    onSelect: () => toast({ title: "Clause is back" }),
  };
  return (
    <Specimen
      title="Layers"
      note="Escape closes the top one, and the focus returns to where it was."
      className="flex flex-col gap-8"
    >
      <div className="flex flex-wrap items-center gap-3">
        <Dialog
          title="Name this revision"
          description="A name makes it easy to find in the history."
          trigger={<Button>Name this revision</Button>}
          actions={
            <>
              <DialogClose>
                <Button>Cancel</Button>
              </DialogClose>
              <DialogClose>
                <Button variant="primary">Name it</Button>
              </DialogClose>
            </>
          }
        >
          <Field label="Name" required>
            <Input defaultValue="Before the rewrite" />
          </Field>
        </Dialog>
        <AlertDialog
          title="Delete this draft?"
          description="The draft and its 14 revisions will be gone. Published releases stay."
          confirm="Delete the draft"
          danger
          onConfirm={() => toast({ title: "Draft deleted", tone: "negative" })}
          trigger={<Button>Delete this draft</Button>}
        />
        <Menu
          trigger={
            <IconButton aria-label="Clause actions" variant="secondary">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuLabel>Say what is so</MenuLabel>
          <MenuItem>
            <Pencil aria-hidden className="text-ink-muted" /> Rename
          </MenuItem>
          <MenuItem disabled>Move up</MenuItem>
          <MenuSeparator />
          <MenuItem danger>
            <Trash2 aria-hidden /> Remove the clause
          </MenuItem>
        </Menu>
        <Popover label="Who wrote this" trigger={<Button>Who wrote this</Button>}>
          <p className="font-semibold">Ines Okafor and Tomás Reyes</p>
          <p className="text-sm text-ink-muted">Last changed on 20 November 2026.</p>
        </Popover>
        <Tooltip text="Comes with keys" keys={["C"]}>
          <Button variant="quiet">Hover or focus</Button>
        </Tooltip>
        <Button
          onClick={() =>
            toast({
              title: "Clause removed",
              description: "It stays in the history.",
              tone: "positive",
              action: undo,
            })
          }
        >
          Show a message
        </Button>
      </div>
      <Tabs defaultValue="good">
        <TabList aria-label="Responses">
          <Tab value="good">Compliant</Tab>
          <Tab value="bad">Violation</Tab>
          <Tab value="ok" disabled>
            Minor issues
          </Tab>
        </TabList>
        <TabPanel value="good">The reason comes first, then the refusal.</TabPanel>
        <TabPanel value="bad">The refusal comes without a reason.</TabPanel>
      </Tabs>
    </Specimen>
  );
}
