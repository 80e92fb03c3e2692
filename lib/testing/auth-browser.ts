import { Auth, raw, skipCSRFCheck } from "@auth/core";
import { actorFromRequest } from "@/lib/auth/actor-from-request";
import { authConfig } from "@/lib/auth/config";
import { sealSession, sessionCookie } from "@/lib/auth/session-cookie";
import { siteOrigin } from "@/lib/auth/settings";
import { startSession } from "@/lib/commands/people/start-session";

// What next-auth's own server-side signIn() sets; the two symbols lose their type when spread.
type InOneProcess = { raw: typeof raw; skipCSRFCheck: typeof skipCSRFCheck };

/** A browser's part in signing in: it keeps cookies and follows what next-auth answers. */
export class AuthBrowser {
  readonly cookies = new Map<string, string>();

  /** Begins a sign-in as our server actions do. @returns Where next-auth sends the browser. */
  async begin(
    provider: string,
    fields: Record<string, string>,
    query: Record<string, string> = {},
  ) {
    const url = `${siteOrigin()}/api/auth/signin/${provider}?${new URLSearchParams(query)}`;
    const headers = this.headers({ "content-type": "application/x-www-form-urlencoded" });
    const body = new URLSearchParams({ callbackUrl: "/", ...fields });
    const config = Object.assign(await this.config(), { raw, skipCSRFCheck } as InOneProcess);
    const answer = await Auth(new Request(url, { method: "POST", headers, body }), config);
    // next-auth's types leave out that a fault comes as a redirect to the error page.
    if (answer instanceof Response) return answer.headers.get("location") ?? "";
    for (const { name, value } of answer.cookies ?? []) this.cookies.set(name, value);
    return String(answer.redirect);
  }

  /** Opens an address under /api/auth, as the route handlers do. @returns The path it leads to. */
  async open(url: string, method: "GET" | "POST" = "GET"): Promise<string> {
    const request = new Request(url, { method, headers: this.headers({}) });
    const response = await Auth(request, await this.config());
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
    }
    const target = new URL(response.headers.get("location") ?? "/", siteOrigin());
    return target.origin === siteOrigin() ? target.pathname + target.search : target.href;
  }

  /** Signs in by our own means. */
  async signInAs(userId: string): Promise<void> {
    const session = await startSession({ userId, method: "password", device: "" }, new Date());
    const value = await sealSession({ sessionId: session.id, userId });
    this.cookies.set(sessionCookie().name, value);
  }

  /** Who is signed in here, as every page would ask. */
  signedIn() {
    return actorFromRequest(this.headers({}));
  }

  private async config() {
    return { ...(await authConfig(this.headers({}))), basePath: "/api/auth" };
  }

  private headers(more: Record<string, string>): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({ ...more, cookie, "user-agent": "Firefox/140.0 (Linux)" });
  }
}
