package org.leasekit.memory;

import java.util.List;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.port.Journal;

final class MemoryJournal implements Journal {

  private final MemoryUnitOfWork unit;
  private final Table<EntryId, JournalEntry> entries;
  private final Table<At<EntryId>, JournalEntry> inTime;
  private final Index<ContractNo, At<EntryId>> ofContract;

  MemoryJournal(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.entries = new Table<>(unit);
    this.inTime = new Table<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public void post(List<JournalEntry> posted) {
    unit.run(
        () -> {
          for (JournalEntry entry : posted) {
            if (entries.putIfAbsent(entry.lessor(), entry.id(), entry)) {
              At<EntryId> at = new At<>(entry.at(), entry.id());
              inTime.put(entry.lessor(), at, entry);
              entry.lines().forEach(line -> ofContract.add(entry.lessor(), line.contract(), at));
            }
          }
        });
  }

  /** Only called inside a unit of work. */
  List<JournalEntry> ofContract(LessorId lessor, ContractNo no) {
    return inTime.select(lessor, ofContract.of(lessor, no));
  }

  void forEach(LessorId lessor, Consumer<JournalEntry> each) {
    inTime.forEach(lessor, each);
  }
}
