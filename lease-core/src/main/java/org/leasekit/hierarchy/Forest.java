package org.leasekit.hierarchy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;

/**
 * Contracts and who stands below whom. An immutable value without circles in which every parent is there; a running
 * sub-contract's term lies in the term of its master, unless it was renewed before that one and waits for it.
 */
public final class Forest {

  /** By number. */
  private final Map<ContractNo, Member> members;
  /** Those below each master, by number. */
  private final Map<ContractNo, List<ContractNo>> children = new HashMap<>();

  /** @param members in the order of their numbers */
  private Forest(LinkedHashMap<ContractNo, Member> members) {
    this.members = members;
    for (Member member : members.values()) {
      ContractNo parent = member.parent();
      if (parent != null) {
        children.computeIfAbsent(parent, no -> new ArrayList<>()).add(member.no());
      }
    }
    children.replaceAll((no, below) -> List.copyOf(below));
  }

  /**
   * The forest of some contracts.
   *
   * @throws IllegalArgumentException if a number comes twice, a parent is missing or no master, or parents form a circle
   */
  public static Forest of(Collection<Member> members) {
    // sorted once and then hashed: cheaper for thousands than a tree that is kept in order throughout
    Member[] sorted = members.toArray(Member[]::new);
    Arrays.sort(sorted, Comparator.comparing(Member::no));
    LinkedHashMap<ContractNo, Member> byNo = new LinkedHashMap<>(capacity(sorted.length));
    for (Member member : sorted) {
      if (byNo.put(member.no(), member) != null) {
        throw new IllegalArgumentException("twice: " + member.no());
      }
    }
    Forest forest = new Forest(byNo);
    int reached = 0;
    for (Member member : sorted) {
      ContractNo parent = member.parent();
      if (parent == null) {
        reached += forest.below(member.no()).size();
      } else {
        Member above = byNo.get(parent);
        if (above == null || !above.master()) {
          throw new IllegalArgumentException("no master " + parent + " for " + member.no());
        }
      }
    }
    // nobody stands below two, so nobody is reached twice
    if (reached < sorted.length) {
      throw new IllegalArgumentException("parents form a circle");
    }
    return forest;
  }

  /** Of a map that holds so many without growing. */
  private static int capacity(int entries) {
    return (int) Math.min(entries * 4L / 3 + 1, Integer.MAX_VALUE);
  }

  /** Every contract, by number. */
  public Collection<Member> members() {
    return Collections.unmodifiableCollection(members.values());
  }

  /** The contract of that number. */
  public Optional<Member> find(ContractNo no) {
    return Optional.ofNullable(members.get(no));
  }

  /** Contracts directly below, by number. */
  public List<ContractNo> children(ContractNo no) {
    return children.getOrDefault(no, List.of());
  }

  /**
   * The contract and its masters, from itself to the top.
   *
   * @return empty for an unknown contract
   */
  public List<ContractNo> path(ContractNo no) {
    List<ContractNo> path = new ArrayList<>();
    for (Member at = members.get(no); at != null; at = above(at)) {
      path.add(at.no());
    }
    return List.copyOf(path);
  }

  /** Of a number that comes from this forest. */
  private Member known(ContractNo no) {
    return Objects.requireNonNull(members.get(no), no::value);
  }

  private @Nullable Member above(Member member) {
    return member.parent() == null ? null : members.get(member.parent());
  }

  /** The contract and everything below it, each before what is below it, otherwise by number. */
  public List<ContractNo> subtree(ContractNo no) {
    return members.containsKey(no) ? List.copyOf(below(no)) : List.of();
  }

  /** The same of a number that comes from this forest. */
  private List<ContractNo> below(ContractNo no) {
    List<ContractNo> found = new ArrayList<>();
    Deque<ContractNo> open = new ArrayDeque<>(List.of(no));
    while (!open.isEmpty()) {
      ContractNo next = open.pop();
      found.add(next);
      List<ContractNo> subs = children(next);
      for (int i = subs.size() - 1; i >= 0; i--) {
        open.push(subs.get(i));
      }
    }
    return found;
  }

  /**
   * The contract whose account takes the bills: the nearest one on the path, from the contract itself upwards, that is a
   * billing account or has a registered payer, or else the contract at the top.
   *
   * @return empty for an unknown contract
   */
  public Optional<ContractNo> payerOf(ContractNo no) {
    List<ContractNo> path = path(no);
    return path.stream()
        .filter(each -> known(each).takesBills())
        .findFirst()
        .or(() -> path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1)));
  }

  /**
   * Puts a contract below a master. Everything below the contract comes along.
   *
   * @return the new forest; or {@link ContractRejection.NoSuchContract} or {@link HierarchyRejection}
   */
  public Outcome<Forest> putBelow(ContractNo no, ContractNo master) {
    Member moved = members.get(no);
    Member above = members.get(master);
    if (moved == null || above == null) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(moved == null ? no : master));
    }
    if (master.equals(moved.parent())) {
      return Outcome.rejected(new HierarchyRejection.AlreadyThere(no));
    }
    if (moved.ended() || above.ended()) {
      return Outcome.rejected(new HierarchyRejection.Ended(moved.ended() ? no : master));
    }
    if (!above.master()) {
      return Outcome.rejected(new HierarchyRejection.NotAMaster(master));
    }
    if (path(master).contains(no)) {
      return Outcome.rejected(new HierarchyRejection.Circle(no, master));
    }
    return inside(moved, above).map(fits -> with(List.of(moved.below(master))));
  }

  /**
   * Makes a sub-contract stand alone. Everything below it comes along.
   *
   * @return the new forest; or {@link ContractRejection.NoSuchContract} or {@link HierarchyRejection}
   */
  public Outcome<Forest> promote(ContractNo no) {
    Member moved = members.get(no);
    if (moved == null) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(no));
    }
    if (moved.parent() == null) {
      return Outcome.rejected(new HierarchyRejection.AlreadyThere(no));
    }
    return moved.ended()
        ? Outcome.rejected(new HierarchyRejection.Ended(no))
        : Outcome.accepted(with(List.of(moved.below(null))));
  }

  /**
   * Gives a contract another term, inside its master's and around those of its running subs.
   *
   * @return the new forest; or a rejection that names the contract whose term would be outside
   */
  public Outcome<Forest> changeTerm(ContractNo no, DateRange term) {
    Member before = members.get(no);
    if (before == null) {
      return Outcome.rejected(new ContractRejection.NoSuchContract(no));
    }
    Member after = before.lasting(term);
    Member above = above(before);
    if (above != null && !above.term().contains(term)) {
      return Outcome.rejected(
          new HierarchyRejection.TermOutside(no, term, above.no(), above.term()));
    }
    for (ContractNo child : children(no)) {
      Member sub = known(child);
      if (!sub.ended() && !term.contains(sub.term())) {
        return Outcome.rejected(new HierarchyRejection.TermOutside(child, sub.term(), no, term));
      }
    }
    return Outcome.accepted(with(List.of(after)));
  }

  /**
   * Ends a contract, and deals with the running subs below it.
   *
   * @return the new forest; or {@link ContractRejection.NoSuchContract} or {@link HierarchyRejection}
   */
  public Outcome<Forest> end(ContractNo no, SubsAtEnd subs) {
    Member member = members.get(no);
    if (member == null || member.ended()) {
      return Outcome.rejected(
          member == null ? new ContractRejection.NoSuchContract(no) : new HierarchyRejection.Ended(no));
    }
    List<ContractNo> running =
        children(no).stream().filter(child -> !known(child).ended()).toList();
    List<Member> changed = new ArrayList<>(List.of(member.atItsEnd()));
    switch (subs) {
      case REFUSE -> {
        if (!running.isEmpty()) {
          return Outcome.rejected(new HierarchyRejection.LiveSubs(no, running));
        }
      }
      case END_TOO -> subtree(no).forEach(each -> changed.add(known(each).atItsEnd()));
      case PROMOTE -> running.forEach(each -> changed.add(known(each).below(null)));
      case MOVE_UP -> {
        Member above = above(member);
        for (ContractNo sub : running) {
          Outcome<Boolean> fits =
              above == null ? Outcome.accepted(true) : inside(known(sub), above);
          if (!fits.isAccepted()) {
            return Outcome.rejected(fits.rejection());
          }
          changed.add(known(sub).below(member.parent()));
        }
      }
    }
    return Outcome.accepted(with(changed));
  }

  private static Outcome<Boolean> inside(Member sub, Member master) {
    if (master.ended()) {
      return Outcome.rejected(new HierarchyRejection.Ended(master.no()));
    }
    return master.term().contains(sub.term())
        ? Outcome.accepted(true)
        : Outcome.rejected(
            new HierarchyRejection.TermOutside(sub.no(), sub.term(), master.no(), master.term()));
  }

  private Forest with(List<Member> changed) {
    // numbers that are there already keep their place
    LinkedHashMap<ContractNo, Member> next = new LinkedHashMap<>(members);
    changed.forEach(member -> next.put(member.no(), member));
    return new Forest(next);
  }
}
