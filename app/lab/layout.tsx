import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "Lab", robots: { index: false } };

/** Pages for the people who build this. In production they do not exist unless LAB=1. */
export default function LabLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production" && process.env.LAB !== "1") notFound();
  return children;
}
