package org.leasekit.memory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Drafts;
import org.leasekit.port.StaleVersionException;

final class MemoryDrafts implements Drafts {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, ContractDraft> drafts;

  MemoryDrafts(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.drafts = new Table<>(unit);
  }

  @Override
  public boolean add(ContractDraft draft) {
    return unit.required(
        () ->
            drafts.putIfAbsent(
                draft.contract().lessor(), draft.no(), draft.withVersion(Versions.FIRST)));
  }

  @Override
  public void update(ContractDraft draft) {
    unit.run(
        () -> drafts.put(draft.contract().lessor(), draft.no(), draft.withVersion(nextVersion(draft))));
  }

  @Override
  public void remove(ContractDraft draft) {
    unit.run(
        () -> {
          nextVersion(draft);
          drafts.remove(draft.contract().lessor(), draft.no());
        });
  }

  private long nextVersion(ContractDraft draft) {
    String name = "draft " + draft.no();
    ContractDraft stored = drafts.get(draft.contract().lessor(), draft.no());
    if (stored == null) {
      throw new StaleVersionException(name);
    }
    return Versions.next(name, stored.contract().version(), draft.contract().version());
  }

  @Override
  public List<ContractDraft> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return unit.required(() -> drafts.select(lessor, numbers.stream().distinct()));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public Optional<ContractDraft> lock(LessorId lessor, ContractNo no) {
    return unit.required(() -> Optional.ofNullable(drafts.get(lessor, no)));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public void reserve(LessorId lessor, ContractNo no) {
    // nothing to do
  }

  @Override
  public void forEach(LessorId lessor, Consumer<ContractDraft> each) {
    unit.run(() -> drafts.forEach(lessor, each));
  }
}
