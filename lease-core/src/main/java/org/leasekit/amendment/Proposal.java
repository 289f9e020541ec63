package org.leasekit.amendment;

import java.time.LocalDate;

/**
 * An amendment that is asked for.
 *
 * @param effective see {@link Amendment#effective()}; not read for a withdrawal, which takes the day of what it withdraws
 */
public record Proposal(LocalDate effective, Proof proof, Change change) {}
