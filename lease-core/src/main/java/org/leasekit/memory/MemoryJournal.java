package org.leasekit.memory;

import java.util.List;
import java.util.function.Consumer;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.port.Journal;

final class MemoryJournal implements Journal {

  private final MemoryUnitOfWork unit;
  private final Table<EntryId, JournalEntry> entries;
  private final Table<At<EntryId>, JournalEntry> inTime;

  MemoryJournal(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.entries = new Table<>(unit);
    this.inTime = new Table<>(unit);
  }

  @Override
  public void post(List<JournalEntry> posted) {
    unit.run(
        () -> {
          for (JournalEntry entry : posted) {
            if (entries.putIfAbsent(entry.lessor(), entry.id(), entry)) {
              inTime.put(entry.lessor(), new At<>(entry.at(), entry.id()), entry);
            }
          }
        });
  }

  void forEach(LessorId lessor, Consumer<JournalEntry> each) {
    inTime.forEach(lessor, each);
  }
}
