package org.leasekit.memory;

import org.leasekit.port.DutyRoster;
import org.leasekit.port.DutyTasks;
import org.leasekit.port.FieldStaff;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.ServiceRecords;
import org.leasekit.port.ServiceRequests;
import org.leasekit.port.Sites;

/** The stores of the service desk, in the unit of work of all others. */
final class MemoryServiceDesk implements ServiceDeskStores {

  private final MemoryServiceRequests requests;
  private final FieldStaff staff;
  private final Sites sites;
  private final MemoryDuties duties;

  MemoryServiceDesk(MemoryUnitOfWork unit) {
    this.requests = new MemoryServiceRequests(unit);
    this.staff = new MemoryFieldStaff(unit);
    this.sites = new MemorySites(unit);
    this.duties = new MemoryDuties(unit);
  }

  @Override
  public ServiceRequests requests() {
    return requests;
  }

  @Override
  public ServiceRecords records() {
    return requests;
  }

  @Override
  public FieldStaff staff() {
    return staff;
  }

  @Override
  public Sites sites() {
    return sites;
  }

  @Override
  public DutyRoster roster() {
    return duties;
  }

  @Override
  public DutyTasks tasks() {
    return duties;
  }
}
