package org.leasekit.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * Where the host keeps scanned documents; the library names them in a contract's file and never opens them.
 *
 * <ol>
 *   <li>Every document of the contract comes once, by instant, then id.
 *   <li>Documents of another lessor are not seen.
 * </ol>
 */
@FunctionalInterface
public interface Documents {

  /**
   * A document as a contract's file names it.
   *
   * @param id the host's own, unique for the lessor
   * @param title for people
   * @param at when it was filed
   * @param place where it is to be had
   */
  record Document(LessorId lessor, ContractNo contract, String id, String title, Instant at, URI place) {}

  /** Documents of a contract. */
  List<Document> ofContract(LessorId lessor, ContractNo contract);
}
