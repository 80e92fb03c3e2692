import { z } from "zod";

/** The settings of one installation, read from the environment. `.env.example` explains each. */
export type Env = z.output<typeof Settings>;

/** Something in the settings is missing or wrong; the message names each and says what to write. */
export class EnvironmentInvalid extends Error {
  override name = "EnvironmentInvalid";

  constructor(readonly problems: readonly string[]) {
    super(["The settings need another look:", ...problems.map((each) => `  ${each}`)].join("\n"));
  }
}

/**
 * The settings. Read at the first call and not when the file is loaded, so that building the
 * application needs neither a database nor a secret.
 *
 * @throws EnvironmentInvalid with as many problems as can be told at once.
 */
export function env(): Env {
  return (parsed ??= parseEnv(process.env));
}

let parsed: Env | undefined;

/** Makes the next `env()` read the environment again: for tests that change it. */
export function forgetEnv(): void {
  parsed = undefined;
}

/** Reads settings from any set of variables. An empty value counts as left out. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  const result = Settings.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  throw new EnvironmentInvalid(
    result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
  );
}

/** A command that prints a new secret; it needs nothing but Node. */
const MAKE_SECRET = `node -p "crypto.randomBytes(32).toString('base64url')"`;

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Whether only this machine can reach an address to listen on. */
const isLoopback = (host: string): boolean => LOOPBACK.has(host);

const flag = z
  .enum(["0", "1"], { error: "must be 1 (yes) or 0 (no)." })
  .transform((value) => value === "1");

const wholeNumber = (least: number, most: number, fallback: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}.` })
    .int(`must be a whole number from ${least} to ${most}.`)
    .min(least, `must be a whole number from ${least} to ${most}.`)
    .max(most, `must be a whole number from ${least} to ${most}.`)
    .default(fallback);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.enum(values, { error: `must be one of: ${values.join(", ")}.` }).default(fallback as never);

const address = (protocols: readonly string[], example: string) =>
  z
    .string({ error: `is missing. Write it like ${example}` })
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `is no valid address. Write it like ${example}`,
    });

const Settings = z
  .object({
    NODE_ENV: oneOf(["development", "production", "test"], "development"),
    PORT: wholeNumber(1, 65_535, 3000),
    HOST: z.string().default("127.0.0.1"),
    APP_URL: address(["http:", "https:"], "https://spec.example.org").optional(),
    TRUST_PROXY: wholeNumber(0, 10, 0),
    AUTH_SECRET: z
      .string({ error: `is missing. Make one with: ${MAKE_SECRET}` })
      .min(32, `is too short to be safe; 32 characters at least. Make one with: ${MAKE_SECRET}`),
    SIGN_UP: oneOf(["open", "invited"], "invited"),
    DATABASE_URL: address(
      ["postgres:", "postgresql:"],
      "postgresql://user:password@localhost:5432/precept",
    ),
    DATABASE_POOL_SIZE: wholeNumber(1, 500, 10),
    SYNC_SOCKETS_PER_ADDRESS: wholeNumber(1, 100_000, 200),
    SMTP_URL: address(["smtp:", "smtps:"], "smtps://user:password@mail.example.org").optional(),
    MAIL_FROM: z.string().includes("@", { error: "must hold an address." }).optional(),
    OIDC_ISSUER: address(["http:", "https:"], "https://accounts.example.org").optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().optional(),
    LOG_LEVEL: oneOf(["silent", "fatal", "error", "warn", "info", "debug", "trace"], "info"),
    DEMO: flag.default(false),
    LAB: flag.optional(),
  })
  .superRefine((settings, { addIssue }) => {
    const problem = (name: keyof typeof settings, message: string) =>
      addIssue({ code: "custom", path: [name], message });
    if (settings.APP_URL) describeOrigin(settings.APP_URL, (words) => problem("APP_URL", words));
    else if (settings.NODE_ENV === "production" && !isLoopback(settings.HOST)) {
      problem(
        "APP_URL",
        `is missing. HOST=${settings.HOST} opens Precept to other machines, so it must know the address people type, such as https://spec.example.org`,
      );
    }
    if (settings.SMTP_URL && !settings.MAIL_FROM) {
      problem("MAIL_FROM", "is missing. SMTP_URL is set, and mail needs a sender.");
    }
    if (settings.OIDC_ISSUER && !settings.OIDC_CLIENT_ID) {
      problem("OIDC_CLIENT_ID", "is missing. OIDC_ISSUER is set; the provider gave you an id too.");
    }
  })
  .transform((settings) => {
    const origin = settings.APP_URL ?? `http://localhost:${settings.PORT}`;
    return {
      ...settings,
      /** Scheme, host and port that people type, without a slash at the end. */
      APP_URL: new URL(origin).origin,
      MAIL_FROM: settings.MAIL_FROM ?? `Precept <no-reply@${new URL(origin).hostname}>`,
      /** Developer pages: everywhere but in production. */
      LAB: settings.LAB ?? settings.NODE_ENV !== "production",
    };
  });

/** Says what is wrong with an address that must be an origin and nothing more. */
function describeOrigin(value: string, problem: (words: string) => void): void {
  if (!URL.canParse(value)) return;
  const url = new URL(value);
  if (url.pathname !== "/" || url.search || url.hash || url.username) {
    problem(`must be scheme, host and port alone. Write ${url.origin}`);
  }
  if (url.hostname === "127.0.0.1") {
    // Next rewrites 127.0.0.1 to localhost in redirects, and cookies do not follow.
    problem(`must name the host. Write ${url.origin.replace("127.0.0.1", "localhost")}`);
  }
}
