package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proof;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Links;
import org.leasekit.occupancy.Hold;

/**
 * A contract before a change and after it; nothing is stored yet.
 *
 * @param row locked, as it is stored
 * @param was its history before
 * @param is its history after; the same when only its place among others changes
 * @param links its place after
 */
record Revision(Contract row, ContractHistory was, ContractHistory is, Links links) {

  static Revision amended(Contract row, ContractHistory was, ContractHistory is) {
    return new Revision(row, was, is, row.links());
  }

  static Revision moved(Contract row, ContractHistory history, Links links) {
    return new Revision(row, history, history, links);
  }

  ContractNo no() {
    return row.no();
  }

  /** The row as it will be stored. */
  Contract after(LocalDate today) {
    return Projection.of(row, is, links, is.latest(), today);
  }

  boolean isMoved() {
    return !row.links().equals(links);
  }

  boolean isAmended() {
    return is.recorded().size() > was.recorded().size();
  }

  /** The first day that was not let any more. */
  LocalDate endedOn() {
    return endOf(was);
  }

  /** The first day that is not let any more. */
  LocalDate endsOn() {
    return endOf(is);
  }

  private static LocalDate endOf(ContractHistory history) {
    Instant known = history.latest();
    return history.terminatesOn(known).orElseGet(() -> history.term(known).endExclusive());
  }

  /** Whether the contract has ended and turns out to go on. */
  boolean revives() {
    return row.status().isEnded() && endsOn().isAfter(endedOn());
  }

  /** Who changed it last, why, and what proves it. */
  Proof proof() {
    return is.recorded().get(is.recorded().size() - 1).proof();
  }

  /** From the first day to the end, even when nothing is let. */
  DateRange days() {
    LocalDate start = is.origin().term().start();
    return endsOn().isAfter(start) ? DateRange.of(start, endsOn()) : is.origin().term();
  }

  List<Hold> held() {
    return Hold.of(was, was.latest());
  }

  List<Hold> holds() {
    return Hold.of(is, is.latest());
  }

  boolean movesHolds() {
    return !held().equals(holds());
  }
}
