package org.leasekit.servicedesk;

import java.util.List;

/**
 * What shows that the work was done.
 *
 * @param note what was done
 * @param photos references to pictures that the host keeps
 */
public record Evidence(String note, List<String> photos) {

  public Evidence {
    photos = List.copyOf(photos);
  }
}
