package org.leasekit.port;

import java.util.List;
import org.leasekit.ledger.Voucher;

/**
 * Hands vouchers to the host's books.
 *
 * <ol>
 *   <li>A voucher whose id was taken over from its lessor before is not taken over again, whatever its day, and that is a
 *       success: after a failure the same vouchers are handed over once more.
 *   <li>A voucher is taken over as it is given, every line in its order.
 * </ol>
 */
public interface VoucherExport {

  /** Hands over those that are new, in the order given. */
  void export(List<Voucher> vouchers);
}
