package org.leasekit.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.ServiceRequest;

/**
 * What is asked of service requests as a whole.
 *
 * <ol>
 *   <li>Requests are seen as they were stored last, those of the same unit of work in it.
 *   <li>Requests of another lessor are not seen.
 * </ol>
 */
public interface ServiceRecords {

  /** Requests with work to do, those opened first first, then by id. */
  List<ServiceRequest> open(LessorId lessor);

  /** Requests about an asset, those opened first first, then by id. */
  List<ServiceRequest> ofAsset(LessorId lessor, AssetId asset);

  /** Requests that name a contract, those opened first first, then by id. */
  List<ServiceRequest> ofContract(LessorId lessor, ContractNo contract);

  /** How often each technician was dispatched from an instant on; those who were not are left out. */
  Map<StaffId, Integer> dispatchedSince(LessorId lessor, Instant from);

  /** Passes every request once, by id, holding only a bounded part of them in memory. */
  void forEach(LessorId lessor, Consumer<ServiceRequest> each);
}
