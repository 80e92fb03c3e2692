"use client";

import type { Editor } from "@tiptap/core";
import { useDesk } from "../desk-context";
import { useStore } from "../use-store";
import { nodeHandle, type NodeHandle } from "./node-handle";
import { BlockMenu } from "./block-menu";
import { ClausePicker } from "./clause-picker";
import { CommentaryPanel } from "./commentary-panel";
import { ExampleMenu } from "./example-menu";
import { FindingsPanel } from "./findings-panel";
import { IdPanel } from "./id-panel";
import { LinkPanel } from "./link-panel";
import { MessageMenu } from "./message-menu";
import { ReferenceMenu } from "./reference-menu";
import { ResponseMenu } from "./response-menu";
import { AuthorityMenu, SectionMenu } from "./section-menu";
import { TableMenu } from "./table-menu";
import { VerdictMenu } from "./verdict-menu";
import type { MenuKind } from "../views/view-host";

export interface NodeMenuProps {
  handle: NodeHandle;
  anchor: Element;
  onClose: () => void;
}

const MENUS: Record<MenuKind, (props: NodeMenuProps) => React.ReactNode> = {
  section: SectionMenu,
  authority: AuthorityMenu,
  id: IdPanel,
  example: ExampleMenu,
  role: MessageMenu,
  response: ResponseMenu,
  verdict: VerdictMenu,
  violates: ViolatesPicker,
  commentary: CommentaryPanel,
  table: TableMenu,
  reference: ReferenceMenu,
  link: LinkPanel,
  block: BlockMenu,
};

/**
 * Shows the menu that a place asked for: in the text, or in `editor` when that is given. One at a time; the
 * focus goes back to where the menu is about.
 */
export function MenuHost({ editor }: { editor?: Editor }) {
  const desk = useDesk();
  const request = useStore(desk.menu);
  const findings = useStore(desk.findings);
  if (findings && !editor) {
    const close = () => {
      desk.findings.set(null);
      desk.focusSoon();
    };
    return (
      <FindingsPanel
        key={findings.uid}
        uid={findings.uid}
        anchor={findings.anchor}
        onClose={close}
      />
    );
  }
  if (!request || request.editor !== editor) return null;
  const handle = nodeHandle(desk, request);
  if (!handle) return null;
  const Body = MENUS[request.kind];
  const close = () => {
    // A menu that opened another one closes after it: only its own request is taken back.
    if (desk.menu.get() === request) desk.menu.set(null);
    desk.focusSoon(editor);
  };
  return (
    <Body
      key={`${request.kind}-${request.pos}`}
      handle={handle}
      anchor={request.anchor}
      onClose={close}
    />
  );
}

function ViolatesPicker({ handle, anchor, onClose }: NodeMenuProps) {
  const violates = handle.attrs["violates"] as string | null;
  return (
    <ClausePicker
      anchor={anchor}
      label="The clause that this response breaks"
      chosen={violates}
      none="No particular clause"
      onPick={(id) => handle.set({ violates: id })}
      onClose={onClose}
    />
  );
}
