package org.leasekit.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Fired;
import org.leasekit.party.LessorId;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.StaleVersionException;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.Touch;

final class MemoryRenewalCases implements RenewalCases {

  private record Place(CaseId of, int sequence) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byCase = of.compareTo(other.of);
      return byCase != 0 ? byCase : Integer.compare(sequence, other.sequence);
    }
  }

  private record FiredPlace(CaseId of, String stage) implements Comparable<FiredPlace> {
    @Override
    public int compareTo(FiredPlace other) {
      int byCase = of.compareTo(other.of);
      return byCase != 0 ? byCase : stage.compareTo(other.stage);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<CaseId, RenewalCase> cases;
  private final Table<At<CaseId>, CaseId> due;
  private final Table<CaseId, List<Fired>> fired;
  private final Table<At<FiredPlace>, StageDecision> decisions;
  private final Table<At<Place>, Touch> touches;
  private final Index<ContractNo, CaseId> ofContract;
  private final Index<ContractNo, At<Place>> touchesOf;
  private final Table<CaseId, Integer> lastTouch;

  MemoryRenewalCases(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.cases = new Table<>(unit);
    this.due = new Table<>(unit);
    this.fired = new Table<>(unit);
    this.decisions = new Table<>(unit);
    this.touches = new Table<>(unit);
    this.ofContract = new Index<>(unit);
    this.touchesOf = new Index<>(unit);
    this.lastTouch = new Table<>(unit);
  }

  @Override
  public boolean add(RenewalCase renewal) {
    return unit.required(
        () -> {
          if (cases.contains(renewal.lessor(), renewal.id())) {
            return false;
          }
          put(renewal.withVersion(Versions.FIRST));
          return true;
        });
  }

  @Override
  public void update(RenewalCase renewal) {
    unit.run(
        () -> {
          String name = "case " + renewal.id();
          RenewalCase stored = cases.get(renewal.lessor(), renewal.id());
          if (stored == null) {
            throw new StaleVersionException(name);
          }
          long version = Versions.next(name, stored.version(), renewal.version());
          ofContract.remove(stored.lessor(), stored.contract(), stored.id());
          if (stored.nextDueAt() != null) {
            due.remove(stored.lessor(), new At<>(stored.nextDueAt(), stored.id()));
          }
          put(renewal.withVersion(version));
        });
  }

  private void put(RenewalCase renewal) {
    cases.put(renewal.lessor(), renewal.id(), renewal);
    ofContract.add(renewal.lessor(), renewal.contract(), renewal.id());
    if (renewal.nextDueAt() != null) {
      due.put(renewal.lessor(), new At<>(renewal.nextDueAt(), renewal.id()), renewal.id());
    }
  }

  /** Whether the end of a contract's term has a case that is not superseded; only called inside a unit of work. */
  boolean exists(LessorId lessor, ContractNo contract, LocalDate expiry) {
    return ofContract(lessor, contract).stream()
        .anyMatch(
            renewal ->
                renewal.expiry().equals(expiry) && renewal.state() != CaseState.SUPERSEDED);
  }

  @Override
  public Optional<RenewalCase> find(LessorId lessor, CaseId id) {
    return unit.required(() -> Optional.ofNullable(cases.get(lessor, id)));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public Optional<RenewalCase> lock(LessorId lessor, CaseId id) {
    return find(lessor, id);
  }

  /** Nobody else can hold one of them: the unit of work holds the lock of all stores already. */
  @Override
  public List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit) {
    return unit.required(
        () ->
            due.entries(lessor)
                .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                .limit(limit)
                .map(entry -> Objects.requireNonNull(cases.get(lessor, entry.getValue())))
                .toList());
  }

  @Override
  public boolean addFired(LessorId lessor, CaseId id, Fired stage) {
    return unit.required(
        () -> {
          List<Fired> known = fired(lessor, id);
          if (known.stream().anyMatch(logged -> logged.stage().equals(stage.stage()))) {
            return false;
          }
          List<Fired> longer = new ArrayList<>(known);
          longer.add(stage);
          longer.sort(Comparator.comparing(Fired::at).thenComparing(Fired::plannedFor));
          fired.put(lessor, id, List.copyOf(longer));
          record(lessor, id, stage);
          return true;
        });
  }

  private void record(LessorId lessor, CaseId id, Fired stage) {
    RenewalCase of = cases.get(lessor, id);
    if (of != null) {
      decisions.put(
          lessor,
          new At<>(stage.at(), new FiredPlace(id, stage.stage())),
          new StageDecision(id, of.contract(), of.expiry(), stage));
    }
  }

  @Override
  public List<Fired> fired(LessorId lessor, CaseId id) {
    return unit.required(
        () -> Objects.requireNonNullElse(fired.get(lessor, id), List.<Fired>of()));
  }

  @Override
  public void addTouch(Touch touch) {
    unit.run(
        () -> {
          LessorId lessor = touch.lessor();
          CaseId id = touch.renewalCase();
          int sequence = 1 + Objects.requireNonNullElse(lastTouch.get(lessor, id), 0);
          lastTouch.put(lessor, id, sequence);
          At<Place> place = new At<>(touch.at(), new Place(id, sequence));
          touchesOf.add(lessor, touch.contract(), place);
          touches.put(
              lessor,
              place,
              new Touch(
                  lessor, id, sequence, touch.contract(), touch.at(), touch.stage(),
                  touch.channel(), touch.recipient(), touch.result(), touch.owner()));
        });
  }

  /** Only called inside a unit of work. */
  List<RenewalCase> ofContract(LessorId lessor, ContractNo no) {
    return cases.select(lessor, ofContract.of(lessor, no));
  }

  /** Only called inside a unit of work. */
  List<Touch> touchesOf(LessorId lessor, ContractNo no) {
    return touches.select(lessor, touchesOf.of(lessor, no));
  }

  void forEach(LessorId lessor, Consumer<RenewalCase> each) {
    cases.forEach(lessor, each);
  }

  void forEachDecision(LessorId lessor, Consumer<StageDecision> each) {
    decisions.forEach(lessor, each);
  }

  void forEachTouch(LessorId lessor, Consumer<Touch> each) {
    touches.forEach(lessor, each);
  }
}
