package org.leasekit.servicedesk;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds reports that may be about one fault, and faults that come back. */
public final class Duplicates {

  private Duplicates() {}

  /**
   * Open requests about the same asset and kind of fault first, then those about the same asset; of these the
   * oldest first. They are offered: a person decides whether to merge.
   *
   * @param request the new one
   * @param ofAsset requests about its asset, itself or not, in any order
   */
  public static List<ServiceRequest> of(
      ServiceRequest request, Collection<ServiceRequest> ofAsset) {
    return ofAsset.stream()
        .filter(other -> isOther(request, other) && other.standing().state().isOpen())
        .sorted(
            Comparator.comparing(
                    (ServiceRequest other) ->
                        !other.report().fault().equals(request.report().fault()))
                .thenComparing(ServiceRequest::openedAt)
                .thenComparing(ServiceRequest::id))
        .toList();
  }

  /**
   * Earlier requests about the same kind of fault on the same asset that were said to be mended, the latest
   * first: the fault has come back.
   *
   * @param request the new one
   * @param ofAsset requests about its asset, itself or not, in any order
   * @param within how long ago they may have been opened
   */
  public static List<ServiceRequest> repeats(
      ServiceRequest request, Collection<ServiceRequest> ofAsset, Duration within) {
    return ofAsset.stream()
        .filter(other -> isOther(request, other) && isMended(other))
        .filter(other -> other.report().fault().equals(request.report().fault()))
        .filter(other -> other.openedAt().isBefore(request.openedAt()))
        .filter(other -> !other.openedAt().isBefore(request.openedAt().minus(within)))
        .sorted(
            Comparator.comparing(ServiceRequest::openedAt)
                .thenComparing(ServiceRequest::id)
                .reversed())
        .toList();
  }

  private static boolean isOther(ServiceRequest request, ServiceRequest other) {
    return !other.id().equals(request.id())
        && other.report().asset().equals(request.report().asset());
  }

  private static boolean isMended(ServiceRequest other) {
    RequestState state = other.standing().state();
    return state == RequestState.RESOLVED || state == RequestState.VERIFIED;
  }
}
