package org.leasekit.escalation;

/** Why a stage fired at another time than the policy's count of days or hours gives. Of several reasons the one listed last here. */
public enum MovedBy {
  /** It did not. */
  NONE,
  /** The day was off. */
  HOLIDAY,
  /** The hour was quiet. */
  QUIET,
  /** The subject came under the policy, or met the stage's condition, only later; or nobody asked on the day, which another stage may have taken. */
  CATCH_UP,
  /** An attempt at its time failed. */
  RETRY
}
