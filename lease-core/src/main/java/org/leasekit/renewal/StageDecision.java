package org.leasekit.renewal;

import java.time.LocalDate;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Fired;

/**
 * The decision to fire a stage of a case, as recorded.
 *
 * @param expiry last day of the term that the stage counted from
 * @param fired the stage, when it was planned for, when it fired, what was done and why it moved
 */
public record StageDecision(
    CaseId renewalCase, ContractNo contract, LocalDate expiry, Fired fired) {}
