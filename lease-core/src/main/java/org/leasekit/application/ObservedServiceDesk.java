package org.leasekit.application;

import org.leasekit.escalation.TargetPolicy;
import org.leasekit.port.DutyRoster;
import org.leasekit.port.DutyTasks;
import org.leasekit.port.FieldStaff;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.ServiceRecords;
import org.leasekit.port.ServiceRequests;
import org.leasekit.port.Sites;

/** Stores of a service desk of which everybody may hear what happens to its requests; see {@link ObservedStores}. */
final class ObservedServiceDesk implements ServiceDeskStores {
  private final ServiceDeskStores right;
  private final ServiceRequests requests;

  /**
   * Observes.
   *
   * @param stages of the desk: which of them is the breach of a target
   */
  ObservedServiceDesk(ServiceDeskStores right, Observing unit, TargetPolicy stages) {
    this.right = right;
    this.requests = new ObservedServiceRequests(right.requests(), unit, stages);
  }

  @Override
  public ServiceRequests requests() {
    return requests;
  }

  @Override
  public ServiceRecords records() {
    return right.records();
  }

  @Override
  public FieldStaff staff() {
    return right.staff();
  }

  @Override
  public Sites sites() {
    return right.sites();
  }

  @Override
  public DutyRoster roster() {
    return right.roster();
  }

  @Override
  public DutyTasks tasks() {
    return right.tasks();
  }
}
