import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages that are loaded as they are: native code, or state that must exist once in the process.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "esbuild",
    "lib0",
    "nodemailer",
    "pg",
    "pino",
    "y-protocols",
    "yjs",
  ],
  // Images are shown as they are: no resizing endpoint that anybody can keep busy.
  images: { unoptimized: true },
  // `npm run check` and continuous integration check the types; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  experimental: {
    // forbidden() answers 403 with app/forbidden.tsx.
    authInterrupts: true,
    // Otherwise builds ask the network for newer versions, and may stop to talk about them.
    agentUpgrade: false,
  },
};

export default config;
