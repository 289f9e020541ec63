package org.leasekit.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.Voucher;
import org.leasekit.party.LessorId;
import org.leasekit.port.VoucherExport;

/** Keeps vouchers in memory, for tests and prototypes. Safe for use by several threads. */
public final class MemoryVoucherExport implements VoucherExport {

  private record Key(LessorId lessor, EntryId id) {}

  private final Map<Key, Voucher> vouchers = new LinkedHashMap<>();

  /** Empty books. */
  public MemoryVoucherExport() {}

  @Override
  public synchronized void export(List<Voucher> handedOver) {
    handedOver.forEach(each -> vouchers.putIfAbsent(new Key(each.lessor(), each.id()), each));
  }

  /** All that was taken over, in the order it came. */
  public synchronized List<Voucher> vouchers() {
    return List.copyOf(vouchers.values());
  }
}
