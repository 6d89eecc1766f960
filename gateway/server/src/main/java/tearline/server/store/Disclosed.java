package tearline.server.store;

import java.time.Instant;

/**
 * That somebody received something of a message: an entry of its accounting, without content. The journal row says the same,
 * and the chain proves that nobody changed it since.
 *
 * @param how       pushed or pulled
 * @param form      record, pointer or tombstone
 * @param authority what the agreement rests on, in its words; empty where it was not remembered yet
 * @param purpose   what a reader said it needs it for
 * @param journal   sequence of the row that records it
 */
public record Disclosed(String partner, String agreement, String version, String authority, String how, String by, Instant at,
                        String form, String standard, String digest, String purpose, long journal) {}
