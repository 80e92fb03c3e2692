"use server";

import { action } from "@/lib/action";
import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";

export const create = action(CreateSpec, createSpec);
