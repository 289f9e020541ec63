package org.leasekit.application;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.port.Stores;

/** Stores accepted rows. What somebody else has stored since they were judged is found here. */
final class ImportWriter {
  private final Stores stores;
  private final InstantSource clock;

  ImportWriter(Stores stores, InstantSource clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * What became of the rows.
   *
   * @param added how many are new contracts
   * @param unchanged how many are stored by somebody else, just as the row says
   * @param refused in conflict with what somebody else has stored
   */
  record Written(int added, int unchanged, List<QuarantinedRow> refused) {}

  /**
   * Stores rows, batch by batch.
   *
   * @param rows masters before what is below them
   */
  Written store(List<LeaseRow> rows, String source, Consumer<ImportProgress> listener) {
    int added = 0;
    int unchanged = 0;
    List<QuarantinedRow> refused = new ArrayList<>();
    Set<ContractNo> fallen = new HashSet<>();
    int done = 0;
    for (List<LeaseRow> batch : ImportBatches.of(rows)) {
      // a unit of work may be run again from its start: what it collects is its own
      ImportBatch stored =
          stores
              .unitOfWork()
              .required(
                  () -> new ImportBatch(stores, source, clock.instant(), fallen).store(batch));
      added += stored.added();
      unchanged += stored.unchanged();
      refused.addAll(stored.refused());
      fallen.addAll(stored.fallen());
      done += batch.size();
      listener.accept(
          new ImportProgress(ImportProgress.Phase.STORING, done, OptionalInt.of(rows.size())));
    }
    return new Written(added, unchanged, refused);
  }
}
