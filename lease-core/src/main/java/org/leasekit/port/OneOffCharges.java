package org.leasekit.port;

import java.util.List;
import java.util.Optional;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * The grounds of charges that were raised once; added and never changed.
 *
 * <ol>
 *   <li>The id of a charge is unique for its lessor: adding it again answers false and changes nothing, also when two
 *       transactions do it at once.
 *   <li>A charge is found as it was added.
 *   <li>Charges of another lessor are not seen.
 * </ol>
 */
public interface OneOffCharges {

  /** Adds a charge; false when its id is known. */
  boolean add(OneOffCharge charge);

  Optional<OneOffCharge> find(LessorId lessor, String id);

  /** Those of a contract, by the instant they were raised, then by id. */
  List<OneOffCharge> of(LessorId lessor, ContractNo contract);
}
