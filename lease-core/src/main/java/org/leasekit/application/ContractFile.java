package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import org.leasekit.amendment.Amendment;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.StatusChange;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.payment.Payment;
import org.leasekit.port.Documents;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.settlement.SettlementStatement;

/**
 * Everything there is about one contract number.
 *
 * @param contract as it stands now, or as a draft says
 * @param entries in order of time; of one instant in the order in which the kinds are listed here, then as they were
 *     recorded
 */
public record ContractFile(Contract contract, List<Entry> entries) {

  public ContractFile {
    entries = List.copyOf(entries);
  }

  /** Something that was recorded. */
  public sealed interface Entry {

    /** When it was recorded. */
    Instant at();
  }

  /** A step of the contract's life. */
  public record Step(StatusChange change) implements Entry {
    @Override
    public Instant at() {
      return change.at();
    }
  }

  /** An amendment, withdrawn or not. */
  public record Amended(Amendment amendment) implements Entry {
    @Override
    public Instant at() {
      return amendment.known();
    }
  }

  /** A change of its place among others. */
  public record Moved(Move move) implements Entry {
    @Override
    public Instant at() {
      return move.known();
    }
  }

  /** A planned change of its place, with what became of it, at the instant it was planned. */
  public record Planned(PlannedMove plan) implements Entry {
    @Override
    public Instant at() {
      return plan.known();
    }
  }

  /** A right that it was granted, revoked or not. */
  public record Granted(Grant grant) implements Entry {
    @Override
    public Instant at() {
      return grant.known();
    }
  }

  /** A lock on the contract, a charge or an amount of it, or its tree, with its releases, at the instant it was recorded. */
  public record Locked(ReceivableLock lock) implements Entry {
    @Override
    public Instant at() {
      return lock.knownAt();
    }
  }

  /** A receivable as it stands, at the instant it was raised. */
  public record Raised(Receivable receivable) implements Entry {
    @Override
    public Instant at() {
      return receivable.raisedAt();
    }
  }

  /** A correction of what was raised, with its cause. */
  public record Adjusted(Adjustment adjustment) implements Entry {
    @Override
    public Instant at() {
      return adjustment.at();
    }
  }

  /** Who raised a charge by hand, and why. */
  public record Charged(OneOffCharge charge) implements Entry {
    @Override
    public Instant at() {
      return charge.at();
    }
  }

  /** A charge by meter, at the instant it was agreed. */
  public record Metered(MeteredTerms terms) implements Entry {
    @Override
    public Instant at() {
      return terms.knownAt();
    }
  }

  /** What a meter of the contract showed on a day of the term that it counts for, the day after the last included. */
  public record Read(MeterReading reading) implements Entry {
    @Override
    public Instant at() {
      return reading.knownAt();
    }
  }

  /** A payment as it stands. */
  public record Paid(Payment payment) implements Entry {
    @Override
    public Instant at() {
      return payment.receivedAt();
    }
  }

  /** A statement of the contract's settlement. */
  public record Settled(SettlementStatement statement) implements Entry {
    @Override
    public Instant at() {
      return statement.at();
    }
  }

  /** An entry of the journal with a line of the contract. */
  public record Posted(JournalEntry entry) implements Entry {
    @Override
    public Instant at() {
      return entry.at();
    }
  }

  /** A renewal as it stands, at the instant it was opened. */
  public record Renewal(RenewalCase renewal) implements Entry {
    @Override
    public Instant at() {
      return renewal.openedAt();
    }
  }

  /** The tenant's side was reached out to. */
  public record Touched(Touch touch) implements Entry {
    @Override
    public Instant at() {
      return touch.at();
    }
  }

  /** Work for a steward as it stands, at the instant it was opened. */
  public record Task(StewardTask task) implements Entry {
    @Override
    public Instant at() {
      return task.openedAt();
    }
  }

  /** A service request as it stands, at the instant it was reported. */
  public record Requested(ServiceRequest request) implements Entry {
    @Override
    public Instant at() {
      return request.openedAt();
    }
  }

  /** A document that the host keeps. */
  public record Filed(Documents.Document document) implements Entry {
    @Override
    public Instant at() {
      return document.at();
    }
  }
}
