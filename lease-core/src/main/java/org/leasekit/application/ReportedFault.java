package org.leasekit.application;

import java.util.List;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRequest;

/**
 * A request with what it may have to do with.
 *
 * @param file the request
 * @param duplicates open requests about the same asset, the likeliest first: a person decides whether to merge
 * @param repeats earlier requests about the same fault that were said to be mended, the latest first
 */
public record ReportedFault(
    ServiceFile file, List<ServiceRequest> duplicates, List<ServiceRequest> repeats) {

  public ReportedFault {
    duplicates = List.copyOf(duplicates);
    repeats = List.copyOf(repeats);
  }
}
