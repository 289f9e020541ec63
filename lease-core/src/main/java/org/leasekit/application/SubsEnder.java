package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.Member;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** Deals with the running subs of a master that ends before its time; joins the caller's unit of work. */
final class SubsEnder {
  private final Stores stores;
  private final LessorProfile profile;
  private final Mover mover;

  SubsEnder(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.mover = new Mover(stores, profile);
  }

  /**
   * Deals with the subs of a master that is going to end. Those whose days are over by then are left as they are. Subs that
   * are to stand alone, or to move up, do so at once. To be called before the caller locks the master or any other contract:
   * it locks the hierarchy first.
   *
   * @param endsOn first day on which the master does not run any more
   * @return the contracts that the caller has to end with it, each before what is below it, for {@link SubsAtEnd#END_TOO};
   *     none otherwise; or {@link HierarchyRejection}, and nothing has changed
   */
  Outcome<List<ContractNo>> settle(
      ContractNo master, SubsAtEnd how, LocalDate endsOn, Proof proof, Instant now) {
    mover.lock(master);
    Forest forest = new Family(stores, profile.lessor()).withSubtree(master);
    if (forest.find(master).isEmpty()) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(master));
    }
    List<ContractNo> below =
        forest.subtree(master).stream().filter(no -> !no.equals(master)).toList();
    List<ContractNo> running =
        below.stream().filter(no -> forest.find(no).filter(runsOn(endsOn)).isPresent()).toList();
    List<ContractNo> children =
        running.stream().filter(forest.children(master)::contains).toList();
    return switch (how) {
      case REFUSE ->
          children.isEmpty()
              ? Outcome.accepted(List.of())
              : Outcome.rejected(new HierarchyRejection.LiveSubs(master, children));
      case END_TOO -> Outcome.accepted(running);
      case PROMOTE, MOVE_UP ->
          forest.end(master, how).then(after -> moved(children, after, proof, now));
    };
  }

  private static Predicate<Member> runsOn(LocalDate day) {
    return member -> !member.ended() && member.term().endExclusive().isAfter(day);
  }

  private Outcome<List<ContractNo>> moved(
      List<ContractNo> children, Forest after, Proof proof, Instant now) {
    Outcome<List<ContractNo>> done = Outcome.accepted(List.of());
    for (ContractNo child : children) {
      ContractNo to = after.find(child).map(Member::parent).orElse(null);
      done =
          done.then(
              none ->
                  mover
                      .place(child, to, profile.day(now), proof, now)
                      .map((Contract moved) -> List.<ContractNo>of()));
    }
    return done;
  }
}
