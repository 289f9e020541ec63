package org.leasekit.jdbc;

import org.leasekit.port.DutyRoster;
import org.leasekit.port.DutyTasks;
import org.leasekit.port.FieldStaff;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.ServiceRecords;
import org.leasekit.port.ServiceRequests;
import org.leasekit.port.Sites;

final class ServiceDeskStore implements ServiceDeskStores {

  private final ServiceRequests requests;
  private final ServiceRecords records;
  private final FieldStaff staff;
  private final Sites sites;
  private final DutyStore duties;

  ServiceDeskStore(Session session) {
    this.requests = new ServiceRequestStore(session);
    this.records = new ServiceRecordStore(session);
    this.staff = new FieldStaffStore(session);
    this.sites = new SiteStore(session);
    this.duties = new DutyStore(session);
  }

  @Override
  public ServiceRequests requests() {
    return requests;
  }

  @Override
  public ServiceRecords records() {
    return records;
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
