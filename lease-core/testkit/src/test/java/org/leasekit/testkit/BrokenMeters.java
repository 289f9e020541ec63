package org.leasekit.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.party.LessorId;
import org.leasekit.port.Meters;

/** Wrong stores of meters. */
final class BrokenMeters {

  private BrokenMeters() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods("tells everybody that the charge is new", Meters.class, AgreesAlways::new, "Meters rule 1"),
        Broken.methods("tells everybody that the reading is new", Meters.class, RecordsAlways::new, "Meters rule 2"),
        Broken.methods("cuts readings to whole units", Meters.class, CutsReadings::new, "Meters rule 2", "Meters rule 3"),
        Broken.methods("tells everybody that the end is new", Meters.class, EndsAlways::new, "Meters rule 5"),
        Broken.methods("forgets that an end was taken back", Meters.class, KeepsDays::new, "Meters rule 3", "Meters rule 5"),
        Broken.blind("locks no meter", Meters.class, LocksNothing::new, "Meters rule 6"),
        Broken.methods("finds readings of another lessor", Meters.class, FindsAny::new, "Meters rule 4"));
  }

  private record AgreesAlways(Meters right) {
    boolean agree(MeteredTerms terms) {
      right.agree(terms);
      return true;
    }
  }

  private record RecordsAlways(Meters right) {
    boolean record(MeterReading reading) {
      right.record(reading);
      return true;
    }
  }

  private record EndsAlways(Meters right) {
    boolean end(MeterEnd end) {
      right.end(end);
      return true;
    }
  }

  private record KeepsDays(Meters right) {
    boolean end(MeterEnd of) {
      LocalDate on = of.on() == null ? LocalDate.EPOCH : of.on();
      return right.end(
          new MeterEnd(of.lessor(), of.contract(), of.charge(), of.number(), on, of.proof(), of.knownAt()));
    }
  }

  private record LocksNothing(Meters right, Snapshots snapshots) {
    List<MeteredTerms> on(LessorId lessor, MeterId meter) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().metered().stream().filter(terms -> terms.meter().equals(meter)).toList()
          : right.on(lessor, meter);
    }
  }

  private record CutsReadings(Meters right) {
    boolean record(MeterReading of) {
      BigDecimal whole = of.value().setScale(0, RoundingMode.DOWN);
      return right.record(
          new MeterReading(of.lessor(), of.meter(), of.id(), of.on(), of.kind(), whole, of.by(), of.knownAt()));
    }
  }

  private record FindsAny(Meters right) {
    List<MeterReading> readings(LessorId lessor, Collection<MeterId> meters) {
      List<MeterReading> found = right.readings(lessor, meters);
      return found.isEmpty() ? right.readings(Samples.LESSOR, meters) : found;
    }
  }
}
