package org.leasekit.testkit;

import java.util.List;
import org.leasekit.ledger.Voucher;
import org.leasekit.memory.MemoryVoucherExport;
import org.leasekit.port.VoucherExport;

class MemoryVoucherExportTest extends VoucherExportContract {

  private final MemoryVoucherExport books = new MemoryVoucherExport();

  @Override
  protected VoucherExport export() {
    return books;
  }

  @Override
  protected List<Voucher> takenOver() {
    return books.vouchers();
  }
}
