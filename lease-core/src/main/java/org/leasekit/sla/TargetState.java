package org.leasekit.sla;

/** How a target stands at an instant. */
public enum TargetState {
    /** Working time is counted against it. */
    RUNNING,
    /** It waits for a reason that the policy allows. */
    PAUSED,
    /** It was stopped in time; reopening can let it run on. */
    MET,
    /** Its time was over before it was stopped; that stays so, whatever comes after. */
    BREACHED,
    /** Nothing is promised at the moment: deactivated, or the policy does not make this promise. */
    INACTIVE
}
