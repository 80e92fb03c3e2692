import { randomUUID } from "node:crypto";
import { createSpec, CreateSpec } from "@/lib/commands/specs/create-spec";
import { db } from "@/lib/data/db";
import type { Role } from "@/lib/policy/role";
import { person } from "@/lib/testing/people";

/** A spec of one test, made by the product's own command. */
export class SpecFixture {
  private constructor(
    readonly id: string,
    readonly slug: string,
    readonly title: string,
  ) {}

  static async create(): Promise<SpecFixture> {
    const slug = `spec-${randomUUID().slice(0, 12)}`;
    const title = `Spec ${slug.slice(5, 9)}`;
    const creator = await person({ specCreator: true });
    const { id } = await createSpec(creator, CreateSpec.parse({ title, slug }));
    return new SpecFixture(id, slug, title);
  }

  /** Makes somebody a member. */
  async add(userId: string, role: Role): Promise<void> {
    await db().member.create({ data: { specId: this.id, userId, role } });
  }
}
