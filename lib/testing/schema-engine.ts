import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

type Module = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm: (exports: unknown) => void };

const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine without its native program: it compares schemas and writes migrations
 * through the driver adapter. For development and tests alone.
 */
async function openEngine(ownerUrl: string): Promise<SchemaEngine> {
  const { SchemaEngine } = await (loaded ??= load());
  const factory = bindMigrationAwareSqlAdapterFactory(await catalogueAdapter(ownerUrl));
  return SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

// Once for a process: the glue keeps its memory in a variable of the module.
let loaded: Promise<Module> | undefined;

async function load(): Promise<Module> {
  const resolve = createRequire(import.meta.url).resolve;
  const folder = path.dirname(resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const glue = (await import(path.join(folder, "schema_engine_bg.js"))) as Module;
  const { instance } = await WebAssembly.instantiate(
    await readFile(path.join(folder, "schema_engine_bg.wasm")),
    { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports },
  );
  // The engine hands its last words to this object before it ends.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`Prisma's schema engine failed: ${message}`);
      },
    },
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

type Answer = { columnTypes: number[]; rows: unknown[] };
type Queryable = {
  performIO: (query: unknown) => Promise<pg.QueryResult>;
  queryRaw: (query: unknown) => Promise<Answer>;
};

/**
 * Prisma's adapter with one gap filled: the catalogues of PostgreSQL, which the engine reads, use the
 * one-letter type "char". The adapter refuses it; the engine wants it as a character.
 */
async function catalogueAdapter(ownerUrl: string): Promise<PrismaPg> {
  const factory = new PrismaPg({ connectionString: ownerUrl });
  if (charactersRead) return factory;
  charactersRead = true;
  const adapter = await factory.connect();
  // The methods stand in the class that connections and transactions share.
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(adapter)) as Queryable;
  await adapter.dispose();
  readCharacters(queryable);
  return factory;
}

let charactersRead = false;

function readCharacters(queryable: Queryable): void {
  const characterColumns = new WeakMap<unknown[], number[]>();
  const { performIO, queryRaw } = queryable;
  queryable.performIO = async function (query) {
    const result = await performIO.call(this, query);
    const found: number[] = [];
    for (const [index, field] of result.fields.entries()) {
      if (field.dataTypeID !== pg.types.builtins.CHAR) continue;
      field.dataTypeID = pg.types.builtins.TEXT;
      found.push(index);
    }
    characterColumns.set(result.rows, found);
    return result;
  };
  queryable.queryRaw = async function (query) {
    const answer = await queryRaw.call(this, query);
    for (const index of characterColumns.get(answer.rows) ?? []) {
      answer.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return answer;
  };
}

/**
 * The SQL that turns the tables of a database into those of a Prisma schema.
 *
 * @returns The script, or null when nothing differs.
 */
export async function differenceTo(ownerUrl: string, schemaFile: string): Promise<string | null> {
  const schema = { path: schemaFile, content: await readFile(schemaFile, "utf8") };
  const engine = await openEngine(ownerUrl);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files: [schema], configDir: path.dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    return exitCode === 0 ? null : (stdout ?? "");
  } finally {
    engine.free();
  }
}
