package org.leasekit.port;

import java.util.Collection;
import java.util.List;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * What contracts pay for by meter, and what the meters showed.
 *
 * <ol>
 *   <li>A charge is agreed once for a contract; agreeing it again answers false and changes nothing, also when two
 *       transactions do it at once.
 *   <li>The id of a reading is unique for its meter; recording it again answers false and changes nothing, also when two
 *       transactions do it at once.
 *   <li>What is stored is never changed nor removed, and is found as it was given.
 *   <li>Meters of another lessor are not seen.
 *   <li>The number of an end is unique for its charge; recording it again answers false and changes nothing, also when two
 *       transactions do it at once.
 *   <li>{@link #lock} holds a meter against others that lock it until the unit of work ends, whether a charge rests on it or
 *       not.
 * </ol>
 */
public interface Meters {

  /** Stores the terms of a metered charge; false when the contract has the charge already. */
  boolean agree(MeteredTerms terms);

  /** The metered charges of some contracts, by contract, then charge. */
  List<MeteredTerms> terms(LessorId lessor, Collection<ContractNo> contracts);

  /** The charges that a meter counts for, by contract, then charge. */
  List<MeteredTerms> on(LessorId lessor, MeterId meter);

  /** Stores an end of a charge; false when the charge has one of that number already. */
  boolean end(MeterEnd end);

  /** The ends of charges of some contracts, by contract, then charge, then number. */
  List<MeterEnd> ends(LessorId lessor, Collection<ContractNo> contracts);

  /** Locks a meter against other units of work that agree on it. */
  void lock(LessorId lessor, MeterId meter);

  /** Stores a reading; false when the meter has one with that id already. */
  boolean record(MeterReading reading);

  /** The readings of some meters, by meter, then the instant they were recorded, then id. */
  List<MeterReading> readings(LessorId lessor, Collection<MeterId> meters);
}
