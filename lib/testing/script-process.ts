import { spawn, type ChildProcess } from "node:child_process";

/** A script of package.json as a real process, with what it printed so far. */
export class ScriptProcess {
  output = "";
  private readonly child: ChildProcess;
  private readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  /** Starts scripts/<name>.ts with exactly these settings and none of the developer's own. */
  constructor(name: string, settings: Record<string, string>, args: string[] = []) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.child = spawn(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...args], {
      // Set in .env or not, these must not decide the outcome of a test.
      env: {
        PATH,
        HOME,
        TMPDIR,
        DATABASE_URL: "",
        AUTH_SECRET: "",
        PORT: "",
        HOST: "",
        APP_URL: "",
        ...settings,
      } as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout?.on("data", (data) => (this.output += String(data)));
    this.child.stderr?.on("data", (data) => (this.output += String(data)));
    this.ended = new Promise((resolve) =>
      this.child.once("close", (code, signal) => resolve({ code, signal })),
    );
  }

  /** Waits for words on the output. @throws When the process ends without them. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    const found = new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const match = words.exec(this.output);
        if (match) resolve(match);
      };
      look();
      this.child.stdout?.on("data", look);
      this.child.stderr?.on("data", look);
    });
    return Promise.race([
      found,
      this.ended.then(({ code }) => {
        throw new Error(`It ended with ${code} and never said ${words}:\n${this.output}`);
      }),
    ]);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Waits for the end. @returns The exit code, or null when a signal ended it. */
  async end(): Promise<number | null> {
    return (await this.ended).code;
  }
}
