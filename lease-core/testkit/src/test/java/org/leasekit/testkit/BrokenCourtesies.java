package org.leasekit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.escalation.Fired;
import org.leasekit.party.Absence;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.port.Absences;
import org.leasekit.port.DunningLog;
import org.leasekit.port.Outbox;
import org.leasekit.port.WishList;
import org.leasekit.renewal.NoticeId;

/** Wrong stores of absences, wishes and of what was sent. */
final class BrokenCourtesies {

  private BrokenCourtesies() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "keeps the absence put first", Absences.class, KeepsFirstAbsence::new, "Absences rule 1"),
        Broken.methods(
            "finds absences of another lessor", Absences.class, FindsAnyAbsence::new,
            "Absences rule 2"),
        Broken.methods(
            "keeps the wishes put first", WishList.class, KeepsFirstWishes::new, "WishList rule 1"),
        Broken.methods(
            "finds wishes towards another lessor", WishList.class, FindsAnyWishes::new,
            "WishList rule 2"),
        Broken.methods(
            "takes users for their tenant", WishList.class, KnowsTenantsOnly::new, "WishList rule 3"),
        Broken.methods(
            "forgets who said it", WishList.class, ForgetsWhoSaidIt::new, "WishList rule 4"),
        Broken.methods(
            "notes a message as often as it is told", Outbox.class, NotesAgain::new,
            "Outbox rule 3"),
        Broken.methods(
            "forgets what was known of a debt", DunningLog.class, ForgetsFacts::new, "DunningLog rule 1"),
        Broken.methods(
            "says of every reminder that it is new", DunningLog.class, DunsAlways::new,
            "DunningLog rule 1"),
        Broken.methods(
            "finds what was done for another lessor", DunningLog.class, FindsAnyDunning::new,
            "DunningLog rule 2"),
        Broken.methods(
            "enlists anew whoever is on the list", DunningLog.class, EnlistsAnew::new,
            "DunningLog rule 3"),
        Broken.methods(
            "gives a payer to everybody who asks", DunningLog.class, ClaimsForAll::new,
            "DunningLog rule 4"));
  }

  private record EnlistsAnew(DunningLog right) {
    void enlist(LessorId lessor, LocalDate before, Instant now) {
      right.enlist(lessor, before, now);
      right.claimDue(lessor, now.plus(Duration.ofDays(9)), 99).forEach(payer -> right.lookAgain(lessor, payer, now));
    }
  }

  /** Remembers who was claimed first, and answers with them as long as they are on the list. */
  private record ClaimsForAll(DunningLog right, Set<ContractNo> claimed) {
    ClaimsForAll(DunningLog right) {
      this(right, new TreeSet<>());
    }

    List<ContractNo> claimDue(LessorId lessor, Instant now, int limit) {
      List<ContractNo> due = right.claimDue(lessor, now, limit);
      if (limit > 1) {
        claimed.removeAll(due);
        return Stream.concat(claimed.stream(), due.stream()).toList();
      }
      claimed.addAll(due);
      return due;
    }
  }

  private record DunsAlways(DunningLog right) {
    boolean addFired(LessorId lessor, ArrearsId id, Fired fired) {
      right.addFired(lessor, id, fired);
      return true;
    }
  }

  private record ForgetsFacts(DunningLog right) {
    boolean addFired(LessorId lessor, ArrearsId id, Fired fired) {
      Fired less =
          new Fired(
              fired.stage(), fired.plannedFor(), fired.at(), fired.movedBy(), fired.policyVersion(), fired.actions());
      return right.addFired(lessor, id, less);
    }
  }

  private record FindsAnyDunning(DunningLog right) {
    List<Fired> fired(LessorId lessor, ArrearsId id) {
      List<Fired> all = new ArrayList<>(right.fired(Samples.LESSOR, id));
      if (!lessor.equals(Samples.LESSOR)) {
        all.addAll(right.fired(lessor, id));
      }
      return all;
    }
  }

  private record KeepsFirstAbsence(Absences right) {
    void putAll(Collection<Absence> absences) {
      List<Absence> backwards = new ArrayList<>(absences);
      Collections.reverse(backwards);
      right.putAll(backwards);
    }
  }

  private record FindsAnyAbsence(Absences right) {
    List<Absence> at(LessorId lessor, Instant at) {
      List<Absence> all = new ArrayList<>(right.at(Samples.LESSOR, at));
      all.addAll(right.at(Samples.OTHER_LESSOR, at));
      return all;
    }
  }

  private record KeepsFirstWishes(WishList right) {
    void put(Wishes wishes) {
      if (right.findAll(wishes.lessor(), List.of(wishes.person())).isEmpty()) {
        right.put(wishes);
      }
    }
  }

  private record FindsAnyWishes(WishList right) {
    Map<Person, Wishes> findAll(LessorId lessor, Collection<Person> people) {
      Map<Person, Wishes> all = new HashMap<>(right.findAll(Samples.LESSOR, people));
      all.putAll(right.findAll(lessor, people));
      return all;
    }
  }

  private record KnowsTenantsOnly(WishList right) {
    void put(Wishes said) {
      right.put(said.of(Person.of(said.person().tenant())));
    }
  }

  private record ForgetsWhoSaidIt(WishList right) {
    void put(Wishes wishes) {
      right.put(
          new Wishes(
              wishes.lessor(), wishes.person(), wishes.optedOut(), wishes.silentAddresses(), wishes.largeType(),
              wishes.inPerson(), wishes.language(), wishes.tags()));
    }
  }

  private record NotesAgain(Outbox right) {
    void sent(LessorId lessor, Person person, NoticeId id, Instant at) {
      boolean known = right.sentSince(lessor, person, at).contains(new Outbox.Sent(id, at));
      right.sent(lessor, person, known ? new NoticeId(id.value() + "'") : id, at);
    }
  }
}
