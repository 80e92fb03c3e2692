import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password-hash";
import { db } from "@/lib/data/db";
import { listOwnSessions } from "@/lib/data/sessions";
import { AuthBrowser } from "@/lib/testing/auth-browser";
import { useDatabase } from "@/lib/testing/database";
import { eventKinds } from "@/lib/testing/events";
import { startMailSink, type MailSink } from "@/lib/testing/mail-sink";
import { startOpenIdIssuer, type OpenIdIssuer } from "@/lib/testing/openid-issuer";
import { person } from "@/lib/testing/people";
import { changeSettings, useSettings } from "@/lib/testing/settings";

useDatabase();
useSettings({ SIGN_UP: "open" });

let sink: MailSink;
let idp: OpenIdIssuer;
beforeAll(async () => {
  [sink, idp] = await Promise.all([startMailSink(), startOpenIdIssuer()]);
  changeSettings({
    SMTP_URL: sink.url,
    MAIL_FROM: "Precept <no-reply@example.org>",
    OIDC_ISSUER: idp.issuer,
    OIDC_CLIENT_ID: idp.clientId,
    OIDC_CLIENT_SECRET: idp.clientSecret,
  });
});
afterAll(async () => {
  changeSettings({ SMTP_URL: undefined, MAIL_FROM: undefined, OIDC_ISSUER: undefined });
  await Promise.all([sink.close(), idp.close()]);
});
beforeEach(() => {
  changeSettings({ SIGN_UP: "open" });
  idp.authTime = undefined;
  idp.tamper = (claims) => claims;
});

let counter = 0;
const newAddress = () => `mail-${(counter += 1)}@example.org`;
async function account(more: { verified?: boolean; password?: boolean } = {}) {
  const actor = await person();
  const email = newAddress();
  await db().user.update({
    where: { id: actor.id },
    data: {
      email,
      emailVerified: more.verified ? new Date() : null,
      passwordHash: more.password ? await hashPassword("seven quiet rivers") : null,
    },
  });
  return { ...actor, email };
}

/** The link of the newest mail to an address. */
function linkTo(email: string): URL {
  const mail = sink.mails.findLast(({ to }) => to === email);
  const link = /https?:\/\/\S+/.exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error(`No link in: ${mail?.text}`);
  return new URL(link);
}
/** What the button on the page of a link posts. */
function press(browser: AuthBrowser, link: URL): Promise<string> {
  const callback = new URL("/api/auth/callback/mail", link);
  for (const name of ["email", "token"]) {
    callback.searchParams.set(name, link.searchParams.get(name) ?? "");
  }
  callback.searchParams.set(
    "callbackUrl",
    new URL(link.searchParams.get("next") ?? "/", link).href,
  );
  return browser.open(callback.href, "POST");
}

describe("a mailed link", () => {
  it("leads to a page of ours, signs in once, and leads on", async () => {
    const { id, email } = await account({ verified: true });
    const browser = new AuthBrowser();
    await browser.begin("mail", { email, callbackUrl: "/account" });
    const link = linkTo(email);
    expect(link.origin + link.pathname).toBe("http://localhost:3300/sign-in/link");
    expect(await browser.signedIn()).toBeNull();
    expect(await press(browser, link)).toBe("/account");
    expect((await browser.signedIn())?.actor.id).toBe(id);
    const again = new AuthBrowser();
    expect(await press(again, link)).toBe("/sign-in?error=Verification");
    expect(await again.signedIn()).toBeNull();
  });

  it("carries a token of which only a hash is kept", async () => {
    const { email } = await account({ verified: true });
    await new AuthBrowser().begin("mail", { email });
    const rows = await db().verificationToken.findMany({ where: { identifier: email } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.token).not.toBe(linkTo(email).searchParams.get("token"));
  });

  it("comes as plain text and simple HTML, without anything from elsewhere", async () => {
    const { email } = await account({ verified: true });
    await new AuthBrowser().begin("mail", { email });
    const mail = sink.mails.findLast(({ to }) => to === email);
    expect(mail?.subject).toBe("Sign in to Precept at localhost:3300");
    expect(mail?.text).toContain("works once, within 20 minutes");
    expect(mail?.raw).toContain("text/html");
    expect(mail?.raw).not.toMatch(/<img|<link|<script|style=/);
  });

  it("does not work once it has run out", async () => {
    const { email } = await account({ verified: true });
    const browser = new AuthBrowser();
    await browser.begin("mail", { email });
    await db().verificationToken.updateMany({
      where: { identifier: email },
      data: { expires: new Date(Date.now() - 1_000) },
    });
    expect(await press(browser, linkTo(email))).toBe("/sign-in?error=Verification");
  });

  it("does not work for another address than the one it was mailed to", async () => {
    const [mine, theirs] = [await account({ verified: true }), await account({ verified: true })];
    const browser = new AuthBrowser();
    await browser.begin("mail", { email: mine.email });
    const link = linkTo(mine.email);
    link.searchParams.set("email", theirs.email);
    expect(await press(browser, link)).toBe("/sign-in?error=Verification");
    expect(await browser.signedIn()).toBeNull();
  });

  it("begins an account for a new address, and says welcome", async () => {
    const email = newAddress();
    const browser = new AuthBrowser();
    await browser.begin("mail", { email: ` ${email.toUpperCase()} ` });
    expect(sink.mails.at(-1)?.subject).toMatch(/^Finish signing up/);
    expect(await press(browser, linkTo(email))).toMatch(/^\/welcome\?/);
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ name: email.split("@")[0], emailVerified: expect.any(Date) });
    expect(await eventKinds({ subjectId: user.id })).toEqual(["person.registered"]);
    expect((await browser.signedIn())?.actor.id).toBe(user.id);
  });

  it("is a kind refusal where accounts are by invitation, and no way in", async () => {
    changeSettings({ SIGN_UP: "invited" });
    const email = newAddress();
    const stranger = await new AuthBrowser().begin("mail", { email });
    const mail = sink.mails.findLast(({ to }) => to === email);
    expect(mail?.subject).toMatch(/^No account/);
    expect(mail?.text).not.toMatch(/https?:/);
    // Somebody with an account gets the same answer in the browser.
    const { email: known } = await account({ verified: true });
    expect(await new AuthBrowser().begin("mail", { email: known })).toBe(stranger);
    expect(await db().user.count({ where: { email } })).toBe(0);
  });

  it("does not let a suspended person in", async () => {
    const { id, email } = await account({ verified: true });
    const browser = new AuthBrowser();
    await browser.begin("mail", { email });
    await db().user.update({ where: { id }, data: { suspendedAt: new Date() } });
    expect(await press(browser, linkTo(email))).toBe("/sign-in?problem=forbidden");
    expect(await browser.signedIn()).toBeNull();
  });

  it("takes the password from an account that somebody made with this address unproven", async () => {
    const { id, email } = await account({ password: true });
    const squatter = new AuthBrowser();
    await squatter.signInAs(id);
    const owner = new AuthBrowser();
    await owner.begin("mail", { email });
    await press(owner, linkTo(email));
    expect((await owner.signedIn())?.actor.id).toBe(id);
    expect(await squatter.signedIn()).toBeNull();
    expect(await db().user.findUniqueOrThrow({ where: { id } })).toMatchObject({
      passwordHash: null,
      emailVerified: expect.any(Date),
    });
  });

  it("keeps the password when its owner confirms the address while signed in", async () => {
    const { id, email } = await account({ password: true });
    const owner = new AuthBrowser();
    await owner.signInAs(id);
    await owner.begin("mail", { email, callbackUrl: "/account" });
    await press(owner, linkTo(email));
    const { passwordHash, emailVerified } = await db().user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).not.toBeNull();
    expect(emailVerified).not.toBeNull();
  });

  it("makes a new session and ends the one that the browser had", async () => {
    const actor = await account({ verified: true });
    const browser = new AuthBrowser();
    await browser.signInAs(actor.id);
    const before = await browser.signedIn();
    await browser.begin("mail", { email: actor.email });
    await press(browser, linkTo(actor.email));
    const after = await browser.signedIn();
    expect(after?.sessionId).not.toBe(before?.sessionId);
    expect(await listOwnSessions(actor, after?.sessionId ?? "", new Date())).toMatchObject([
      { isCurrent: true, method: "mail", device: "Firefox on Linux" },
    ]);
  });

  it("never leads to another site", async () => {
    const { email } = await account({ verified: true });
    for (const evil of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
      const browser = new AuthBrowser();
      await browser.begin("mail", { email, callbackUrl: evil });
      const link = linkTo(email);
      expect(link.searchParams.get("next")).toBeNull();
      expect(await press(browser, link)).toBe("/");
    }
  });

  it("says that no mail was sent when the server refuses it", async () => {
    const { email } = await account({ verified: true });
    sink.refuse();
    expect(await new AuthBrowser().begin("mail", { email })).toMatch(/\?error=/);
    sink.accept();
  });
});

/** Goes through the provider and back. @returns The path where it ends. */
async function throughProvider(browser: AuthBrowser, query: Record<string, string> = {}) {
  const away = await browser.begin("openid", { callbackUrl: "/account" }, query);
  const back = await fetch(away, { redirect: "manual" });
  return browser.open(back.headers.get("location") ?? "");
}

describe("an OpenID provider", () => {
  const someone = (more: Partial<OpenIdIssuer["person"]> = {}) => {
    idp.person = { sub: `sub-${(counter += 1)}`, name: "Ines Roca", ...more };
    return idp.person;
  };

  it("makes an account once and signs in to it from then on", async () => {
    const email = newAddress();
    someone({ email, email_verified: true });
    const [first, second] = [new AuthBrowser(), new AuthBrowser()];
    expect(await throughProvider(first)).toBe("/account");
    expect(await throughProvider(second)).toBe("/account");
    const id = (await first.signedIn())?.actor.id;
    expect((await second.signedIn())?.actor.id).toBe(id);
    expect(await db().user.findUniqueOrThrow({ where: { email } })).toMatchObject({
      id,
      name: "Ines Roca",
      emailVerified: expect.any(Date),
    });
    const accounts = await db().account.findMany({ where: { userId: id ?? "" } });
    expect(accounts).toMatchObject([{ provider: "openid", access_token: null, id_token: null }]);
  });

  it("is asked with PKCE, state and nonce", async () => {
    someone();
    await throughProvider(new AuthBrowser());
    const asked = idp.lastAuthorize;
    expect(asked.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"]) expect(asked.get(name)).toBeTruthy();
  });

  it("gets nobody in with another browser's answer, a wrong nonce or a foreign token", async () => {
    someone();
    const [starter, other] = [new AuthBrowser(), new AuthBrowser()];
    const away = await starter.begin("openid", {});
    const back = (await fetch(away, { redirect: "manual" })).headers.get("location") ?? "";
    expect(await other.open(back)).toMatch(/^\/sign-in\?error=/);
    expect(await other.signedIn()).toBeNull();
    for (const lie of [
      { nonce: "another" },
      { aud: "somebody-else" },
      { iss: "http://evil.example" },
    ]) {
      const browser = new AuthBrowser();
      idp.tamper = (claims) => ({ ...claims, ...lie });
      expect(await throughProvider(browser)).toMatch(/^\/sign-in\?error=/);
      expect(await browser.signedIn()).toBeNull();
    }
  });

  it("joins the account with the same address only when the provider checked it", async () => {
    const { id, email } = await account({ verified: true, password: true });
    const browser = new AuthBrowser();
    for (const unverified of [{}, { email_verified: false }]) {
      someone({ email, ...unverified });
      expect(await throughProvider(browser)).toBe("/sign-in?problem=conflict");
      expect(await browser.signedIn()).toBeNull();
    }
    someone({ email, email_verified: true });
    await throughProvider(browser);
    expect((await browser.signedIn())?.actor.id).toBe(id);
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).not.toBeNull();
  });

  it("takes over an account whose address was never proven, without its password", async () => {
    const { id, email } = await account({ password: true });
    const squatter = new AuthBrowser();
    await squatter.signInAs(id);
    someone({ email, email_verified: true });
    await throughProvider(new AuthBrowser());
    expect(await squatter.signedIn()).toBeNull();
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toBeNull();
  });

  it("joins the account that one is signed in to, and no account of a session that ended", async () => {
    const { id } = await account({ verified: true });
    const browser = new AuthBrowser();
    await browser.signInAs(id);
    const identity = someone();
    await throughProvider(browser);
    const key = { provider: "openid", providerAccountId: identity.sub };
    const where = { provider_providerAccountId: key };
    expect((await db().account.findUniqueOrThrow({ where })).userId).toBe(id);

    const ended = new AuthBrowser();
    await ended.signInAs(id);
    await db().session.updateMany({ where: { userId: id }, data: { revokedAt: new Date() } });
    someone();
    await throughProvider(ended);
    expect((await ended.signedIn())?.actor.id).not.toBe(id);
  });

  it("makes no account where accounts are by invitation, and lets no suspended person in", async () => {
    changeSettings({ SIGN_UP: "invited" });
    someone({ email: newAddress(), email_verified: true });
    const browser = new AuthBrowser();
    expect(await throughProvider(browser)).toBe("/sign-in?problem=forbidden");
    changeSettings({ SIGN_UP: "open" });
    await throughProvider(browser);
    const id = (await browser.signedIn())?.actor.id ?? "";
    await db().user.update({ where: { id }, data: { suspendedAt: new Date() } });
    const later = new AuthBrowser();
    expect(await throughProvider(later)).toBe("/sign-in?problem=forbidden");
    expect(await later.signedIn()).toBeNull();
  });

  it("tells when the person last proved who they are, and can be asked to ask again", async () => {
    someone();
    const morning = Math.floor(Date.now() / 1_000) - 4 * 3_600;
    idp.authTime = morning;
    const browser = new AuthBrowser();
    await throughProvider(browser);
    const authenticatedAt = async () =>
      Math.floor(((await browser.signedIn())?.actor.authenticatedAt.getTime() ?? 0) / 1_000);
    expect(await authenticatedAt()).toBe(morning);
    idp.authTime = morning + 4 * 3_600;
    await throughProvider(browser, { prompt: "login", max_age: "0" });
    expect(idp.lastAuthorize.get("prompt")).toBe("login");
    expect(idp.lastAuthorize.get("max_age")).toBe("0");
    expect(await authenticatedAt()).toBe(morning + 4 * 3_600);
  });
});

describe("the session cookie", () => {
  it("of somebody else's making, or of another secret, is nobody's", async () => {
    const { id } = await account();
    const browser = new AuthBrowser();
    await browser.signInAs(id);
    expect((await browser.signedIn())?.actor.id).toBe(id);
    changeSettings({ AUTH_SECRET: "another secret that is long enough, but another" });
    expect(await browser.signedIn()).toBeNull();
    changeSettings({ AUTH_SECRET: "not a secret, but long enough to pass for one" });
    browser.cookies.set("authjs.session-token", "a.b.c.d.e");
    expect(await browser.signedIn()).toBeNull();
  });

  it("has the name that browsers guard on an encrypted site, and no other", async () => {
    const { id } = await account();
    const plain = new AuthBrowser();
    await plain.signInAs(id);
    changeSettings({ APP_URL: "https://precept.example" });
    const secure = new AuthBrowser();
    await secure.signInAs(id);
    expect([...secure.cookies.keys()]).toEqual(["__Secure-authjs.session-token"]);
    expect((await secure.signedIn())?.actor.id).toBe(id);
    expect(await plain.signedIn()).toBeNull();
    changeSettings({ APP_URL: "http://localhost:3300" });
  });
});
