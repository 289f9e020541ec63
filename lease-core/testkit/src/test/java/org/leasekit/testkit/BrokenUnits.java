package org.leasekit.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Records;
import org.leasekit.port.Stores;
import org.leasekit.port.Tenants;
import org.leasekit.port.UnitOfWork;
import org.leasekit.renewal.StewardTask;

/** Wrong units of work, tenants and records. */
final class BrokenUnits {

  private BrokenUnits() {}

  static List<Broken> all() {
    return List.of(
        Broken.unit(
            "commits what throws", CommitsAlways::new, "UnitOfWork rule 1", "UnitOfWork rule 2", "EventLog rule 1"),
        Broken.unit("wraps errors", WrapsErrors::new, "UnitOfWork rule 1"),
        Broken.unit("commits inner work by itself", CommitsInner::new, "UnitOfWork rule 2"),
        Broken.unit(
            "has no transactions",
            right -> new WithoutTransaction(),
            "Drafts rule 4",
            "Drafts rule 7",
            "Meters rule 6",
            "Moves rule 3",
            "UnitOfWork rule 1",
            "UnitOfWork rule 2",
            "UnitOfWork rule 4",
            "Contracts rule 4",
            "Holds rule 3",
            "Receivables rule 4",
            "DunningLog rule 4",
            "EventLog rule 1",
            "EventLog rule 2",
            "RenewalCases rule 3",
            "Outbox rule 2",
            "Outbox rule 4",
            "Tasks rule 2",
            "ServiceRequests rule 3",
            "FieldStaff rule 2"),
        new Broken("does not join the host", new IgnoresHost(), Set.of("UnitOfWork rule 3")),
        Broken.methods(
            "keeps the tenant put first", Tenants.class, KeepsFirst::new, "Tenants rule 1"),
        Broken.methods(
            "finds tenants of another lessor", Tenants.class, FindsAnyTenant::new, "Tenants rule 2"),
        Broken.methods("orders the journal by id", Records.class, JournalById::new, "Records rule 1"),
        Broken.methods("reads one page", Records.class, OnePage::new, "Records rule 1"),
        new Broken("collects before it passes", new Copies(CollectsTasks::new), Set.of("Records rule 1")),
        Broken.methods(
            "passes tasks of another lessor", Records.class, AnyTasks::new, "Records rule 2"));
  }

  private record CommitsAlways(UnitOfWork right) implements UnitOfWork {
    @Override
    public <T> T required(Supplier<T> work) {
      List<RuntimeException> thrown = new ArrayList<>();
      List<Error> errors = new ArrayList<>();
      Optional<T> answer =
          right.required(
              () -> {
                try {
                  return Optional.of(work.get());
                } catch (RuntimeException e) {
                  thrown.add(e);
                } catch (Error e) {
                  errors.add(e);
                }
                return Optional.empty();
              });
      for (RuntimeException exception : thrown) {
        throw exception;
      }
      for (Error error : errors) {
        throw error;
      }
      return answer.orElseThrow();
    }
  }

  private record WrapsErrors(UnitOfWork right) implements UnitOfWork {
    @Override
    public <T> T required(Supplier<T> work) {
      try {
        return right.required(work);
      } catch (Error e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Does inner work again when the outer one is rolled back: as if it had been committed. */
  private static final class CommitsInner implements UnitOfWork {
    private final UnitOfWork right;
    private final ThreadLocal<List<Supplier<?>>> inner = new ThreadLocal<>();

    CommitsInner(UnitOfWork right) {
      this.right = right;
    }

    @Override
    public <T> T required(Supplier<T> work) {
      List<Supplier<?>> outer = inner.get();
      if (outer != null) {
        T answer = right.required(work);
        outer.add(work);
        return answer;
      }
      List<Supplier<?>> done = new ArrayList<>();
      inner.set(done);
      try {
        return right.required(work);
      } catch (RuntimeException rolledBack) {
        done.forEach(right::required);
        throw rolledBack;
      } finally {
        inner.remove();
      }
    }
  }

  private static final class WithoutTransaction implements UnitOfWork {
    @Override
    public <T> T required(Supplier<T> work) {
      return work.get();
    }
  }

  private static final class IgnoresHost extends Broken.Damaged {
    IgnoresHost() {
      super(right -> right);
    }

    @Override
    public HostTransaction host(Stores stores) {
      return new HostTransaction() {
        @Override
        public void commit(Runnable work) {
          work.run();
        }

        @Override
        public void rollBack(Runnable work) {
          work.run();
        }
      };
    }
  }

  private record KeepsFirst(Tenants right) {
    void putAll(Collection<Tenant> all) {
      Map<TenantId, Tenant> first = new LinkedHashMap<>();
      all.stream()
          .filter(tenant -> right.find(tenant.lessor(), tenant.id()).isEmpty())
          .forEach(tenant -> first.putIfAbsent(tenant.id(), tenant));
      right.putAll(first.values());
    }
  }

  private record FindsAnyTenant(Tenants right) {
    Optional<Tenant> find(LessorId lessor, TenantId id) {
      return right.find(lessor, id).or(() -> right.find(Samples.LESSOR, id));
    }
  }

  private record JournalById(Records right) {
    void journal(LessorId lessor, Consumer<JournalEntry> each) {
      List<JournalEntry> all = new ArrayList<>();
      right.journal(lessor, all::add);
      all.sort(Comparator.comparing(JournalEntry::id));
      all.forEach(each);
    }
  }

  private record OnePage(Records right) {
    void tasks(LessorId lessor, Consumer<StewardTask> each) {
      int[] passed = new int[1];
      right.tasks(
          lessor,
          task -> {
            if (passed[0]++ < 1000) {
              each.accept(task);
            }
          });
    }
  }

  private record AnyTasks(Records right) {
    void tasks(LessorId lessor, Consumer<StewardTask> each) {
      right.tasks(Samples.LESSOR, each);
    }
  }

  /** Passes copies, so that what it holds is not what the stores in memory keep. */
  static final class Copies extends Broken.Damaged {
    Copies(Function<Records, Object> methods) {
      super(right -> Wrong.methods(right, Records.class, methods));
    }

    @Override
    public boolean keepsObjects() {
      return false;
    }
  }

  private record CollectsTasks(Records right) {
    void tasks(LessorId lessor, Consumer<StewardTask> each) {
      List<StewardTask> all = new ArrayList<>();
      right.tasks(lessor, task -> all.add(copy(task)));
      all.forEach(each);
    }
  }

  /** Right, and tells nothing of the stores in memory. */
  record StreamsTasks(Records right) {
    void tasks(LessorId lessor, Consumer<StewardTask> each) {
      right.tasks(lessor, task -> each.accept(copy(task)));
    }
  }

  private static StewardTask copy(StewardTask of) {
    return new StewardTask(
        of.lessor(), of.id(), of.renewalCase(), of.contract(), of.kind(), of.stage(), of.assignee(),
        of.openedAt(), of.closedAt(), of.outcome());
  }
}
