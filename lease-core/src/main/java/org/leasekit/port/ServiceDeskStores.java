package org.leasekit.port;

/** The stores of the service desk; they share the unit of work of the {@link Stores} they belong to. */
public interface ServiceDeskStores {

  ServiceRequests requests();

  ServiceRecords records();

  FieldStaff staff();

  Sites sites();

  DutyRoster roster();

  DutyTasks tasks();
}
