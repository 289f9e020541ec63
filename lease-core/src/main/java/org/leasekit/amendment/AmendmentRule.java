package org.leasekit.amendment;

/** Why an amendment can be rejected. The names are stable: they are in texts, reports and wire formats. */
public enum AmendmentRule {
  /** Who, why or the evidence is missing. */
  PROOF_MISSING,
  /** Recorded at or before the instant of what is recorded already. */
  RECORDED_OUT_OF_ORDER,
  /** The contract does not run on the effective day. */
  OUTSIDE_TERM,
  /** The contract is terminated by the effective day. */
  TERMINATED_ALREADY,
  /** The new end is not later than the old one. */
  EXTENSION_NOT_LONGER,
  /** The rent changes, and no supplementary agreement is named. */
  RENT_CHANGE_WITHOUT_AGREEMENT,
  /** The rent is in another currency than the contract. */
  RENT_IN_OTHER_CURRENCY,
  /** Steps, free days or discounts are agreed, and no supplementary agreement is named. */
  PRICE_RULES_WITHOUT_AGREEMENT,
  /** The amendment would change nothing: it names no step, no day, no discount, or no figure. */
  NOTHING_TO_CHANGE,
  /** A step, a free day or a discount would begin before the effective day. */
  BEFORE_EFFECTIVE_DAY,
  /** Two steps begin on one day. */
  TWO_STEPS_ON_A_DAY,
  /** The rent is not indexed. */
  CONTRACT_NOT_INDEXED,
  /** A master contract has no unit to swap, split, sublet or suspend. */
  MASTER_LETS_NO_UNIT,
  /** The unit is the one that is let already. */
  SAME_UNIT,
  /** The unit lies in another project. */
  UNIT_OF_OTHER_PROJECT,
  /** A part is split off, which excludes the change. */
  CONTRACT_IS_SPLIT,
  /** No part is split off to that contract. */
  CONTRACT_NOT_SPLIT,
  /** The parts of a split are not together what was let before, or one would go to the contract itself. */
  PORTIONS_DO_NOT_ADD_UP,
  /** The sublease would not end after it begins and within the term. */
  SUBLEASE_OUTSIDE_TERM,
  /** The unit is sublet, which excludes the change. */
  CONTRACT_IS_SUBLET,
  /** A sublease runs beyond the termination. */
  SUBLEASE_RUNS_ON,
  /** The tenant is the one of the contract. */
  SAME_TENANT,
  /** The lease rests, which excludes the change. */
  CONTRACT_IS_SUSPENDED,
  /** The lease does not rest. */
  CONTRACT_NOT_SUSPENDED,
  /** The termination would come before the minimum term is over. */
  MINIMUM_TERM_NOT_REACHED,
  /** Notice was given too late. */
  NOTICE_TOO_SHORT,
  /** The contract has no such amendment, or it is a withdrawal. */
  NO_SUCH_AMENDMENT,
  /** The amendment is withdrawn. */
  ALREADY_WITHDRAWN,
  /** An amendment that is recorded with a later effective day would not be possible any more. */
  CONFLICTS_WITH_LATER
}
