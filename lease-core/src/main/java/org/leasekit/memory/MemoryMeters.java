package org.leasekit.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Meters;

final class MemoryMeters implements Meters {

  /** A charge of a contract. */
  private record Charge(ContractNo contract, String charge) implements Comparable<Charge> {
    @Override
    public int compareTo(Charge other) {
      int byContract = contract.compareTo(other.contract);
      return byContract != 0 ? byContract : charge.compareTo(other.charge);
    }
  }

  /** An end of a charge. */
  private record End(Charge charge, int number) implements Comparable<End> {
    @Override
    public int compareTo(End other) {
      int byCharge = charge.compareTo(other.charge);
      return byCharge != 0 ? byCharge : Integer.compare(number, other.number);
    }
  }

  /** A reading of a meter. */
  private record Reading(MeterId meter, String id) implements Comparable<Reading> {
    @Override
    public int compareTo(Reading other) {
      int byMeter = meter.compareTo(other.meter);
      return byMeter != 0 ? byMeter : id.compareTo(other.id);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<Charge, MeteredTerms> terms;
  private final Index<ContractNo, Charge> ofContract;
  private final Index<MeterId, Charge> ofMeter;
  private final Table<End, MeterEnd> ends;
  private final Index<ContractNo, End> endsOf;
  private final Table<Reading, MeterReading> readings;
  private final Index<MeterId, Reading> readingsOf;

  MemoryMeters(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.terms = new Table<>(unit);
    this.ofContract = new Index<>(unit);
    this.ofMeter = new Index<>(unit);
    this.ends = new Table<>(unit);
    this.endsOf = new Index<>(unit);
    this.readings = new Table<>(unit);
    this.readingsOf = new Index<>(unit);
  }

  @Override
  public boolean agree(MeteredTerms agreed) {
    Charge key = new Charge(agreed.contract(), agreed.charge().value());
    return unit.required(
        () -> {
          boolean added = terms.putIfAbsent(agreed.lessor(), key, agreed);
          if (added) {
            ofContract.add(agreed.lessor(), agreed.contract(), key);
            ofMeter.add(agreed.lessor(), agreed.meter(), key);
          }
          return added;
        });
  }

  @Override
  public List<MeteredTerms> terms(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> terms.select(lessor, contracts.stream().distinct().flatMap(no -> ofContract.of(lessor, no))));
  }

  @Override
  public List<MeteredTerms> on(LessorId lessor, MeterId meter) {
    return unit.required(() -> terms.select(lessor, ofMeter.of(lessor, meter)));
  }

  @Override
  public boolean end(MeterEnd end) {
    End key = new End(new Charge(end.contract(), end.charge().value()), end.number());
    return unit.required(
        () -> {
          boolean added = ends.putIfAbsent(end.lessor(), key, end);
          if (added) {
            endsOf.add(end.lessor(), end.contract(), key);
          }
          return added;
        });
  }

  @Override
  public List<MeterEnd> ends(LessorId lessor, Collection<ContractNo> contracts) {
    return unit.required(
        () -> ends.select(lessor, contracts.stream().distinct().flatMap(no -> endsOf.of(lessor, no))));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public void lock(LessorId lessor, MeterId meter) {}

  @Override
  public boolean record(MeterReading reading) {
    Reading key = new Reading(reading.meter(), reading.id());
    return unit.required(
        () -> {
          boolean added = readings.putIfAbsent(reading.lessor(), key, reading);
          if (added) {
            readingsOf.add(reading.lessor(), reading.meter(), key);
          }
          return added;
        });
  }

  @Override
  public List<MeterReading> readings(LessorId lessor, Collection<MeterId> meters) {
    return unit.required(
        () ->
            readings
                .select(lessor, meters.stream().distinct().flatMap(meter -> readingsOf.of(lessor, meter)))
                .stream()
                .sorted(Comparator.comparing(MeterReading::meter).thenComparing(MeterReading::knownAt))
                .toList());
  }

  void forEachCharge(LessorId lessor, Consumer<MeteredTerms> each) {
    terms.forEach(lessor, each);
  }

  void forEachEnd(LessorId lessor, Consumer<MeterEnd> each) {
    ends.forEach(lessor, each);
  }

  void forEachReading(LessorId lessor, Consumer<MeterReading> each) {
    readings.forEach(lessor, each);
  }
}
