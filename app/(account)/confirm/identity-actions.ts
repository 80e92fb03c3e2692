import { confirmByMail, confirmByPassword, confirmByProvider, findWays } from "./actions";

/** The server's side of the dialog that asks who one is. */
export const identityActions = {
  ways: findWays,
  confirm: confirmByPassword,
  mailLink: confirmByMail,
  provider: confirmByProvider,
};
