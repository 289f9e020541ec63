package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.escalation.Fired;
import org.leasekit.event.LeaseEvent;
import org.leasekit.party.LessorId;
import org.leasekit.port.RenewalCases;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Touch;

/** Renewals, of which it is noted how far they come and what they are to cost. */
final class ObservedRenewalCases implements RenewalCases {
  private final RenewalCases right;
  private final Observing unit;

  ObservedRenewalCases(RenewalCases right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public boolean add(RenewalCase renewal) {
    return unit.required(
        () -> {
          boolean added = right.add(renewal);
          if (added) {
            note(renewal, LeaseEvent.OfCase.What.OPENED);
            if (renewal.state() != CaseState.PROPOSED) {
              note(renewal, LeaseEvent.OfOffer.What.MADE);
            }
          }
          return added;
        });
  }

  @Override
  public void update(RenewalCase renewal) {
    unit.run(
        () -> {
          Optional<RenewalCase> before = right.find(renewal.lessor(), renewal.id());
          right.update(renewal);
          before.ifPresent(known -> compare(known, renewal));
        });
  }

  @Override
  public Optional<RenewalCase> find(LessorId lessor, CaseId id) {
    return right.find(lessor, id);
  }

  @Override
  public Optional<RenewalCase> lock(LessorId lessor, CaseId id) {
    return right.lock(lessor, id);
  }

  @Override
  public List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit) {
    return right.claimDue(lessor, now, limit);
  }

  @Override
  public boolean addFired(LessorId lessor, CaseId id, Fired fired) {
    return right.addFired(lessor, id, fired);
  }

  @Override
  public List<Fired> fired(LessorId lessor, CaseId id) {
    return right.fired(lessor, id);
  }

  @Override
  public void addTouch(Touch touch) {
    right.addTouch(touch);
  }

  private void compare(RenewalCase before, RenewalCase after) {
    if (before.progress().respondedAt() == null && after.progress().respondedAt() != null) {
      note(after, LeaseEvent.OfCase.What.RESPONDED);
    }
    boolean shown = after.state() != CaseState.PROPOSED && !after.state().isClosed();
    boolean other =
        !before.offer().terms().monthlyRent().isEqualTo(after.offer().terms().monthlyRent());
    if (shown && (other || before.state() == CaseState.PROPOSED)) {
      note(after, LeaseEvent.OfOffer.What.MADE);
    }
    if (before.progress().acceptedAt() == null && after.progress().acceptedAt() != null) {
      note(after, LeaseEvent.OfOffer.What.ACCEPTED);
    }
    if (before.state() != after.state()) {
      closed(after);
    }
  }

  private void closed(RenewalCase renewal) {
    switch (renewal.state()) {
      case RENEWED -> note(renewal, LeaseEvent.OfCase.What.RENEWED);
      case DECLINED -> note(renewal, LeaseEvent.OfCase.What.DECLINED);
      case LAPSED -> {
        note(renewal, LeaseEvent.OfCase.What.LAPSED);
        note(renewal, LeaseEvent.OfOffer.What.EXPIRED);
      }
      case PROPOSED, OPEN, NOTIFIED, ACCEPTED, SUPERSEDED -> {
        // told by what else has changed, or by the amendment that superseded it
      }
    }
  }

  private void note(RenewalCase renewal, LeaseEvent.OfCase.What what) {
    unit.note(new LeaseEvent.OfCase(unit.head(renewal.contract()), what, renewal.id(), renewal.expiry()));
  }

  private void note(RenewalCase renewal, LeaseEvent.OfOffer.What what) {
    unit.note(
        new LeaseEvent.OfOffer(
            unit.head(renewal.contract()), what, renewal.id(), renewal.offer().terms().monthlyRent()));
  }
}
