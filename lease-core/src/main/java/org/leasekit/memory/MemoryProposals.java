package org.leasekit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.leasekit.party.LessorId;
import org.leasekit.port.Proposals;
import org.leasekit.port.StaleVersionException;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Proposal;

final class MemoryProposals implements Proposals {

  private final MemoryUnitOfWork unit;
  private final Table<CaseId, Proposal> proposals;
  private final Table<At<CaseId>, CaseId> dueAt;

  MemoryProposals(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.proposals = new Table<>(unit);
    this.dueAt = new Table<>(unit);
  }

  @Override
  public boolean add(Proposal proposal) {
    return unit.required(
        () -> {
          if (proposals.contains(proposal.lessor(), proposal.renewalCase())) {
            return false;
          }
          put(proposal.withVersion(Versions.FIRST));
          return true;
        });
  }

  @Override
  public void update(Proposal proposal) {
    unit.run(
        () -> {
          String name = "proposal " + proposal.renewalCase();
          Proposal stored = proposals.get(proposal.lessor(), proposal.renewalCase());
          if (stored == null) {
            throw new StaleVersionException(name);
          }
          long version = Versions.next(name, stored.version(), proposal.version());
          if (stored.nextDueAt() != null) {
            dueAt.remove(stored.lessor(), new At<>(stored.nextDueAt(), stored.renewalCase()));
          }
          put(proposal.withVersion(version));
        });
  }

  private void put(Proposal proposal) {
    proposals.put(proposal.lessor(), proposal.renewalCase(), proposal);
    if (proposal.nextDueAt() != null) {
      dueAt.put(
          proposal.lessor(),
          new At<>(proposal.nextDueAt(), proposal.renewalCase()),
          proposal.renewalCase());
    }
  }

  @Override
  public List<Proposal> findAll(LessorId lessor, Collection<CaseId> cases) {
    return unit.required(() -> proposals.select(lessor, cases.stream().distinct()));
  }

  @Override
  public List<Proposal> due(LessorId lessor, Instant now, int limit) {
    return unit.required(
        () ->
            dueAt.entries(lessor)
                .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                .limit(limit)
                .map(entry -> Objects.requireNonNull(proposals.get(lessor, entry.getValue())))
                .toList());
  }

  @Override
  public void forEach(LessorId lessor, Consumer<Proposal> each) {
    unit.run(() -> proposals.forEach(lessor, each));
  }
}
