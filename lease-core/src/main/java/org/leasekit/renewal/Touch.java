package org.leasekit.renewal;

import java.time.Instant;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyRole;

/**
 * One attempt to reach a person, with what became of it. There is no touch without a record and no
 * record without a touch.
 *
 * @param sequence counts the touches of a case from 1
 * @param recipient address for digital channels, name for a call without number or a visit
 * @param owner whom it was to reach: whose address it is, or who was called or visited
 */
public record Touch(
    LessorId lessor,
    CaseId renewalCase,
    int sequence,
    ContractNo contract,
    Instant at,
    String stage,
    Channel channel,
    String recipient,
    Result result,
    PartyRole owner) {

  /** An attempt to reach the registered tenant. */
  public Touch(
      LessorId lessor,
      CaseId renewalCase,
      int sequence,
      ContractNo contract,
      Instant at,
      String stage,
      Channel channel,
      String recipient,
      Result result) {
    this(
        lessor, renewalCase, sequence, contract, at, stage, channel, recipient, result, PartyRole.TENANT);
  }

  /** What became of an attempt. */
  public enum Result {
    /** The gateway took it and the phone received it. */
    DELIVERED,
    /** A person was spoken to. */
    ANSWERED,
    /** Nobody picked up or opened. */
    NO_ANSWER,
    /** The gateway did not answer in time: it may have been delivered. */
    TIMEOUT,
    /** The gateway answered with an error. */
    FAILED,
    /** The address does not exist any more. */
    DEAD;

    /** True when a person can say so of a call or a visit: only messages are delivered, and only a gateway times out. */
    public boolean isOfAPerson() {
      return this == ANSWERED || this == NO_ANSWER || this == FAILED || this == DEAD;
    }

    /** True when the person was certainly reached. */
    public boolean reached() {
      return this == DELIVERED || this == ANSWERED;
    }
  }
}
