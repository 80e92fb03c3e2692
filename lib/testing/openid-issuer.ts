import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** What the issuer knows of the person who is signed in there. */
export interface IssuerPerson {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

export interface OpenIdIssuer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who answers at the authorize endpoint. */
  person: IssuerPerson;
  /** Seconds since 1970 of that person's last proof, for auth_time; left out when undefined. */
  authTime: number | undefined;
  /** Changes the claims of the next id token, to play a provider that lies. */
  tamper: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** The query of the last authorize request. */
  lastAuthorize: URLSearchParams;
  close: () => Promise<void>;
}

interface Grant {
  challenge: string;
  nonce: string | null;
  redirectUri: string;
}

/**
 * A small OpenID provider on localhost: discovery, keys, authorize (whoever is set as `person` is signed
 * in there), token with PKCE (S256) and client_secret_basic checked, userinfo.
 */
export async function startOpenIdIssuer(): Promise<OpenIdIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "test", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const self: OpenIdIssuer = {
    issuer: `http://localhost:${port}`,
    clientId: "precept",
    clientSecret: "a secret of the client",
    person: { sub: "nobody" },
    authTime: undefined,
    tamper: (claims) => claims,
    lastAuthorize: new URLSearchParams(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", self.issuer);
    if (url.pathname === "/.well-known/openid-configuration")
      return json(response, discovery(self));
    if (url.pathname === "/jwks") return json(response, { keys: [jwk] });
    if (url.pathname === "/authorize") return authorize(url.searchParams, response);
    if (url.pathname === "/token") return token(request, response);
    if (url.pathname === "/userinfo") return json(response, self.person);
    response.writeHead(404).end();
  }

  function authorize(query: URLSearchParams, response: ServerResponse) {
    self.lastAuthorize = query;
    const code = randomUUID();
    const redirectUri = query.get("redirect_uri") ?? "";
    grants.set(code, {
      challenge: query.get("code_challenge") ?? "",
      nonce: query.get("nonce"),
      redirectUri,
    });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const known = request.headers.authorization === basic(self.clientId, self.clientSecret);
    if (
      !grant ||
      !known ||
      proof !== grant.challenge ||
      form.get("redirect_uri") !== grant.redirectUri
    ) {
      return json(response, { error: "invalid_grant" }, 400);
    }
    const now = Math.floor(Date.now() / 1_000);
    const claims = self.tamper({
      iss: self.issuer,
      aud: self.clientId,
      sub: self.person.sub,
      iat: now,
      exp: now + 300,
      ...(grant.nonce ? { nonce: grant.nonce } : {}),
      ...(self.authTime === undefined ? {} : { auth_time: self.authTime }),
    });
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "test" })
      .sign(privateKey);
    json(response, { access_token: randomUUID(), token_type: "Bearer", id_token: idToken });
  }
  return self;
}

const discovery = ({ issuer }: OpenIdIssuer) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
});

// RFC 6749 2.3.1: both halves are form-encoded before they are joined.
const basic = (id: string, secret: string) => {
  const encode = (text: string) => new URLSearchParams({ text }).toString().slice("text=".length);
  return `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString("base64")}`;
};

function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
