import { describe, expect, it } from "vitest";
import { ADDRESS_HEADER, addressOf, clientAddress } from "./client-address";

describe("clientAddress", () => {
  it.each([
    ["no proxy: the header is a claim of the client", "192.0.2.1", "198.51.100.9", 0, "192.0.2.1"],
    ["one proxy: what it appended", "10.0.0.1", "198.51.100.9", 1, "198.51.100.9"],
    [
      "one proxy: not what the client put before",
      "10.0.0.1",
      "6.6.6.6, 198.51.100.9",
      1,
      "198.51.100.9",
    ],
    ["two proxies", "10.0.0.1", "6.6.6.6, 198.51.100.9, 10.0.0.2", 2, "198.51.100.9"],
    ["a proxy that says nothing", "10.0.0.1", undefined, 1, "10.0.0.1"],
    [
      "more proxies than entries: the farthest known",
      "10.0.0.1",
      "198.51.100.9",
      3,
      "198.51.100.9",
    ],
    ["IPv4 in IPv6", "::ffff:192.0.2.1", undefined, 0, "192.0.2.1"],
    ["IPv4 with a port", "10.0.0.1", "198.51.100.9:4711", 1, "198.51.100.9"],
    ["IPv6 by network", "2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2::/64"],
    ["short IPv6", "2001:db8::1", undefined, 0, "2001:db8:0:0::/64"],
    ["IPv6 in brackets", "10.0.0.1", "[2001:db8::1]:443", 1, "2001:db8:0:0::/64"],
    ["loopback", "::1", undefined, 0, "0:0:0:0::/64"],
    ["nonsense", "10.0.0.1", "<script>", 1, "unknown"],
    ["nothing", undefined, undefined, 0, "unknown"],
  ])("%s", (_, peer, forwardedFor, proxies, address) =>
    expect(clientAddress(peer, forwardedFor, proxies)).toBe(address),
  );
});

it("reads what the server noted, and nothing else", () => {
  expect(addressOf(new Headers({ [ADDRESS_HEADER]: "192.0.2.1" }))).toBe("192.0.2.1");
  expect(addressOf(new Headers({ "x-forwarded-for": "6.6.6.6" }))).toBe("unknown");
});
