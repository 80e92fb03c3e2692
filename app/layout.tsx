import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeFrom } from "@/components/shell/theme";
import { SkipLink } from "@/components/ui/skip-link";
import { ToastProvider } from "@/components/ui/toast";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Precept", template: "%s · Precept" },
  description: "Write, review, publish and discuss a behaviour spec in the open.",
  icons: { icon: ["/favicon.ico", "/icon.svg"], apple: "/apple-touch-icon.png" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f0" },
    { media: "(prefers-color-scheme: dark)", color: "#171614" },
  ],
};

/** The theme is read on the server, so that the first paint is right without a script in the page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get("theme")?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <ToastProvider>
          {/* Modal layers make this inert; they and the toasts live beside it. */}
          <div data-page>
            <SkipLink />
            {children}
          </div>
        </ToastProvider>
      </body>
    </html>
  );
}
