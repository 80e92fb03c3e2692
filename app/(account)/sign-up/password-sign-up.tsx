"use client";

import { SignUpForm } from "@/components/account/sign-up-form";
import { signUpHere } from "./actions";

/** Signing up with a password, then on to where one was going. */
export function PasswordSignUp({ next }: { next: string }) {
  return <SignUpForm signUp={(input) => signUpHere({ ...input, next })} />;
}
