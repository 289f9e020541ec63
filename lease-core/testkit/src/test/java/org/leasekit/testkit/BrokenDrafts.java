package org.leasekit.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;
import org.leasekit.port.Drafts;
import org.leasekit.port.StaleVersionException;
import org.leasekit.port.Stores;

/** Wrong stores of drafts. */
final class BrokenDrafts {

  private BrokenDrafts() {}

  static List<Broken> all() {
    return List.of(
        drafts("drafts a number again", Replaces::new, "Drafts rule 1"),
        drafts("keeps the tenant of before", KeepsTenant::new, "Drafts rule 2"),
        drafts("keeps quiet about a stale draft", KeepsQuiet::new, "Drafts rule 2", "Drafts rule 3"),
        Broken.blind("locks no draft", Drafts.class, LocksNothing::new, "Drafts rule 4"),
        new Broken(
            "keeps drafts among contracts",
            new Broken.Damaged(right -> Wrong.methods(right, Drafts.class, sound -> new AmongContracts(sound, right))),
            Set.of("Drafts rule 5")),
        drafts("finds drafts of another lessor", FindsAny::new, "Drafts rule 6"),
        Broken.blind("reads what it should have reserved", Drafts.class, ReservesNothing::new, "Drafts rule 7"));
  }

  private static Broken drafts(String name, Function<Drafts, Object> methods, String... rules) {
    return Broken.methods(name, Drafts.class, methods, rules);
  }

  private static Optional<ContractDraft> find(Drafts right, ContractDraft like) {
    return right.findAll(like.contract().lessor(), List.of(like.no())).stream().findAny();
  }

  private record Replaces(Drafts right) {
    boolean add(ContractDraft draft) {
      find(right, draft).ifPresent(right::remove);
      return right.add(draft);
    }
  }

  private record KeepsTenant(Drafts right) {
    void update(ContractDraft draft) {
      ContractDraft known =
          find(right, draft).orElseThrow(() -> new StaleVersionException("draft " + draft.no()));
      right.update(
          known.tenant().id().equals(draft.tenant().id())
              ? draft
              : known.withVersion(draft.contract().version()));
    }
  }

  private record KeepsQuiet(Drafts right) {
    void update(ContractDraft draft) {
      try {
        right.update(draft);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }

    void remove(ContractDraft draft) {
      try {
        right.remove(draft);
      } catch (StaleVersionException stale) {
        // that is what is wrong with it
      }
    }
  }

  private record LocksNothing(Drafts right, Snapshots snapshots) {
    Optional<ContractDraft> lock(LessorId lessor, ContractNo no) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().drafts().stream().filter(seen -> seen.no().equals(no)).findAny()
          : right.lock(lessor, no);
    }
  }

  private record ReservesNothing(Drafts right, Snapshots snapshots) {
    void forEach(LessorId lessor, Consumer<ContractDraft> each) {
      if (lessor.equals(Samples.LESSOR) && snapshots.isBlind()) {
        snapshots.seen().drafts().forEach(each);
      } else {
        right.forEach(lessor, each);
      }
    }
  }

  /** As one does who has one table for both. */
  private record AmongContracts(Drafts right, Stores stores) {
    boolean add(ContractDraft draft) {
      Contract row = draft.contract();
      boolean added = right.add(draft);
      boolean below = row.status() == ContractStatus.DRAFT && row.parent().isPresent();
      return added
          && (!below || stores.contracts().add(row, List.of()) == Contracts.Added.ADDED);
    }
  }

  private record FindsAny(Drafts right) {
    List<ContractDraft> findAll(LessorId lessor, Collection<ContractNo> numbers) {
      List<ContractDraft> mine = right.findAll(lessor, numbers);
      return mine.size() == numbers.size() ? mine : right.findAll(new LessorId("other"), numbers);
    }
  }
}
