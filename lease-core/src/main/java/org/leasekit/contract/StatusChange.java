package org.leasekit.contract;

import java.time.Instant;
import org.leasekit.party.LessorId;

/**
 * One step of a contract's life, kept for ever: who, when, why, on what evidence.
 *
 * @param from the state left; equal to {@code to} only where the first state is recorded, or that a draft says something else
 * @param by name of the person or service that caused it
 * @param reason why, in the words of the caller
 * @param evidence reference to what proves it: a row, a document, a signature, a payment
 */
public record StatusChange(
    LessorId lessor,
    ContractNo contract,
    ContractStatus from,
    ContractStatus to,
    Instant at,
    String by,
    String reason,
    String evidence) {}
