import type { Person } from "./connection";
import { Refusal } from "./refusal";
import type { RoomSaving } from "./room-saving";
import type { ClientClaim, Storage } from "./storage";

/** Who wants to write under which client id. */
export interface Wish {
  person: Person;
  clients: readonly number[];
}

/**
 * Whose client ids are whose in a draft: pieces may only be written under ids that are the person's own, or
 * nobody's yet (QUALITY T7).
 */
export class ClientOwners {
  private readonly owners = new Map<number, string>();

  constructor(
    private readonly specId: string,
    private readonly epoch: number,
    private readonly storage: Storage,
    private readonly saving: RoomSaving,
    /** Whether a client id shows in the presence of somebody else. */
    private readonly isOfOthers: (clientId: number, personId: string) => boolean,
  ) {}

  /**
   * Binds ids that nobody has to those who want to write under them, for many people in one question.
   *
   * @param isInDraft Whether something was written under an id before.
   */
  async claim(wishes: readonly Wish[], isInDraft: (id: number) => boolean): Promise<void> {
    const claims = new Map<number, ClientClaim>();
    for (const { person, clients } of wishes) {
      for (const clientId of clients) {
        if (this.owners.has(clientId) || claims.has(clientId)) continue;
        if (this.isOfOthers(clientId, person.id)) continue;
        claims.set(clientId, { clientId, userId: person.id, isFresh: !isInDraft(clientId) });
      }
    }
    if (claims.size === 0) return;
    const owners = await this.saving.insist(() =>
      this.storage.claimClients(this.specId, this.epoch, [...claims.values()]),
    );
    for (const [id, owner] of owners) this.owners.set(id, owner);
  }

  /** @throws Refusal when somebody may not write under these ids. */
  async require(wish: Wish, isInDraft: (id: number) => boolean): Promise<void> {
    const { person, clients } = wish;
    const unknown = clients.filter((id) => !this.owners.has(id));
    if (unknown.some((id) => this.isOfOthers(id, person.id))) throw new Refusal("foreign");
    if (unknown.length > 0) await this.claim([wish], isInDraft);
    if (clients.some((id) => !this.owners.has(id) && !isInDraft(id))) {
      throw new Refusal("too-many-editors");
    }
    if (clients.some((id) => this.owners.get(id) !== person.id)) throw new Refusal("foreign");
  }
}
