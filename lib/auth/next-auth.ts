import NextAuth from "next-auth";
import { headers } from "next/headers";
import { authConfig } from "./config";

/** next-auth, configured at each request: importing this file reads no environment and no database. */
export const { handlers, signIn } = NextAuth(async (request) =>
  authConfig(request?.headers ?? new Headers(await headers())),
);
