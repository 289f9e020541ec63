package org.leasekit.escalation;

import java.util.OptionalInt;

/**
 * What the engine may know of a subject.
 *
 * @param silent true when nothing more may be sent: paid, signed, declined or closed
 * @param age completed years of the addressee, empty when unknown or a company
 */
public record Facts(boolean silent, OptionalInt age) {}
