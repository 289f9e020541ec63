package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.port.Outbox;
import org.leasekit.port.Outbox.Sent;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Outbox}. */
public abstract class OutboxContract extends StorePortContract {

  /** For the test of an adapter. */
  protected OutboxContract() {}

  private static final Instant NOW = Samples.NOW;

  private Outbox outbox() {
    return stores.outbox();
  }

  private RenewalCase aCase(String contract) {
    return givenCase(given(Samples.contract(contract)));
  }

  private List<String> due(Instant now, int limit) {
    return ids(outbox().due(Samples.LESSOR, now, limit));
  }

  private static List<String> ids(List<Notice> notices) {
    return notices.stream().map(notice -> notice.id().value()).toList();
  }

  @Test
  @DisplayName("Outbox rule 1: a notice whose id is known changes nothing, neither pending nor sent")
  void addsOnce() {
    RenewalCase renewal = aCase("C-1");
    Notice sent = Samples.notice("N-1", renewal, NOW);
    Notice pending = Samples.notice("N-2", renewal, NOW);
    outbox().addAll(List.of(sent, pending));
    outbox().update(sent.ended(Notice.State.DELIVERED, 1));
    List<Notice> before = outbox().ofCase(Samples.LESSOR, renewal.id());
    outbox().addAll(List.of(sent, pending.retryAt(NOW.plusSeconds(60), 5)));
    assertThat(outbox().ofCase(Samples.LESSOR, renewal.id())).isEqualTo(before);
    outbox().addAll(List.of(sent, Samples.notice("N-3", renewal, NOW)));
    assertThat(due(NOW, 10)).containsExactly("N-2", "N-3");
  }

  @Test
  @DisplayName("Outbox rule 1: a notice twice in one call is added once")
  void addsOnceWithinACall() {
    Notice notice = Samples.notice("N-1", aCase("C-1"), NOW);
    outbox().addAll(List.of(notice, notice));
    outbox().addAll(List.of());
    assertThat(due(NOW, 10)).containsExactly("N-1");
  }

  @Test
  @DisplayName("Outbox rule 1: ids that differ in case are different ids; so are those of another lessor")
  void idsAreExact() {
    RenewalCase mine = aCase("C-1");
    RenewalCase theirs = givenCase(given(Samples.contract("C-1").of(Samples.OTHER_LESSOR)));
    NoticeId id = new NoticeId("N-1");
    outbox().addAll(List.of(Samples.notice("N-1", mine, NOW), Samples.notice("n-1", mine, NOW)));
    assertThat(outbox().due(Samples.OTHER_LESSOR, NOW, 10)).isEmpty();
    assertThat(outbox().lock(Samples.OTHER_LESSOR, id)).isEmpty();
    assertThat(outbox().ofCase(Samples.OTHER_LESSOR, theirs.id())).isEmpty();
    outbox().addAll(List.of(Samples.notice("N-1", theirs, NOW)));
    assertThat(outbox().due(Samples.OTHER_LESSOR, NOW, 10)).hasSize(1);
    assertThat(due(NOW, 10)).containsExactly("N-1", "n-1");
  }

  @Test
  @DisplayName("Outbox rule 1: of two that add one id at once both succeed, and it is there once")
  void bothOfTwoSucceed() {
    Notice notice = Samples.notice("N-1", aCase("C-1"), NOW);
    overlap(
        hold -> {
          outbox().addAll(List.of(notice));
          return hold.untilTheOtherHasTried();
        },
        () -> {
          outbox().addAll(List.of(notice));
          return true;
        });
    assertThat(due(NOW, 10)).containsExactly("N-1");
  }

  @Test
  @DisplayName("Outbox rule 2: who locks a notice that is locked sees it as the other left it")
  void lockHolds() {
    Notice notice = Samples.notice("N-1", aCase("C-1"), NOW);
    outbox().addAll(List.of(notice));
    Notice sent = notice.ended(Notice.State.DELIVERED, 1);
    Answers<Notice> seen =
        overlap(
            hold -> {
              Notice locked = outbox().lock(Samples.LESSOR, notice.id()).orElseThrow();
              hold.untilTheOtherHasTried();
              outbox().update(sent);
              return locked;
            },
            () -> outbox().lock(Samples.LESSOR, notice.id()).orElseThrow());
    assertThat(seen).isEqualTo(new Answers<>(notice, sent));
  }

  @Test
  @DisplayName("Outbox rule 2: the lock answers with the notice, or with nothing when there is none")
  void lockAnswers() {
    Notice notice = Samples.notice("N-1", aCase("C-1"), NOW);
    outbox().addAll(List.of(notice));
    assertThat(outbox().lock(Samples.LESSOR, notice.id())).contains(notice);
    assertThat(outbox().lock(Samples.LESSOR, new NoticeId("N-2"))).isEmpty();
  }

  @Test
  @DisplayName("Outbox.due: pending ones whose next attempt is due, earliest first, then by id")
  void findsDue() {
    RenewalCase renewal = aCase("C-1");
    Notice failed = Samples.notice("failed", renewal, NOW);
    Notice retried = Samples.notice("N-4", renewal, NOW.minusSeconds(9));
    outbox()
        .addAll(
            List.of(
                Samples.notice("N-2", renewal, NOW), Samples.notice("N-10", renewal, NOW),
                Samples.notice("N-3", renewal, NOW.minusSeconds(1)),
                Samples.notice("not yet", renewal, Samples.MICROS), failed, retried));
    outbox().update(failed.ended(Notice.State.FAILED, 3));
    outbox().update(retried.retryAt(NOW, 1));
    assertThat(due(NOW, 10)).containsExactly("N-3", "N-10", "N-2", "N-4");
    assertThat(due(NOW, 2)).containsExactly("N-3", "N-10");
    assertThat(due(NOW.minusSeconds(2), 10)).isEmpty();
  }

  @Test
  @DisplayName("Outbox.dueTo: due ones to one contact, by id")
  void findsDueToAContact() {
    RenewalCase renewal = aCase("C-1");
    RenewalCase other = aCase("C-2");
    Notice ended = Samples.notice("N-1", renewal, NOW);
    outbox()
        .addAll(
            List.of(
                ended, Samples.notice("N-3", renewal, NOW),
                Samples.notice("N-2", other, NOW.minusSeconds(1)),
                Samples.notice("not yet", other, Samples.MICROS),
                to(new Contact(Channel.WECOM, "13800000000"), "N-4", renewal),
                to(new Contact(Channel.SMS, "13800000000", PartyRole.OCCUPANT), "N-6", renewal),
                to(new Contact(Channel.SMS, "13800000001"), "N-5", renewal)));
    outbox().update(ended.ended(Notice.State.CAPPED, 1));
    Contact contact = new Contact(Channel.SMS, "13800000000");
    assertThat(ids(outbox().dueTo(Samples.LESSOR, contact, NOW))).containsExactly("N-2", "N-3");
    assertThat(ids(outbox().dueTo(Samples.LESSOR, contact.ownedBy(PartyRole.OCCUPANT), NOW))).containsExactly("N-6");
    assertThat(outbox().dueTo(Samples.OTHER_LESSOR, contact, NOW)).isEmpty();
  }

  private static Notice to(Contact contact, String id, RenewalCase renewal) {
    return new Notice(
        renewal.lessor(), new NoticeId(id), renewal.id(), renewal.contract(), "T-30", contact,
        Notice.State.PENDING, 0, NOW, NOW.plusSeconds(60), "末次-1");
  }

  @Test
  @DisplayName("Outbox rule 3: a message is noted once, and those to one person from an instant on are found")
  void notesWhatWasSent() {
    Person tenant = Person.of(new TenantId("T-1"));
    NoticeId id = new NoticeId("N-1");
    outbox().sent(Samples.LESSOR, tenant, id, Samples.MICROS);
    outbox().sent(Samples.LESSOR, tenant, id, NOW);
    outbox().sent(Samples.LESSOR, tenant, id, NOW);
    outbox().sent(Samples.LESSOR, tenant, id, NOW.minusSeconds(1));
    outbox().sent(Samples.LESSOR, Person.using(tenant.tenant(), new Occupant("李雷", null)), id, NOW);
    outbox().sent(Samples.LESSOR, Person.of(new TenantId("t-1")), id, NOW);
    outbox().sent(Samples.OTHER_LESSOR, tenant, id, NOW);
    outbox().sent(Samples.LESSOR, tenant, new NoticeId("digest:1"), NOW);
    outbox().sent(Samples.LESSOR, tenant, new NoticeId("N-2"), NOW);
    assertThat(outbox().sentSince(Samples.LESSOR, tenant, NOW))
        .containsExactly(
            new Sent(id, NOW), new Sent(new NoticeId("N-2"), NOW), new Sent(new NoticeId("digest:1"), NOW),
            new Sent(id, Samples.MICROS));
    assertThat(outbox().sentSince(Samples.OTHER_LESSOR, tenant, NOW.minusSeconds(9)))
        .containsExactly(new Sent(id, NOW));
  }

  @Test
  @DisplayName("Outbox rule 4: who holds a person sees what was noted by whoever held them before")
  void personsAreHeld() {
    Person user = Person.using(new TenantId("T-1"), new Occupant("李雷", null));
    Answers<Integer> seen =
        overlap(
            hold -> {
              outbox().lockPerson(Samples.LESSOR, user);
              int before = outbox().sentSince(Samples.LESSOR, user, NOW).size();
              hold.untilTheOtherHasTried();
              outbox().sent(Samples.LESSOR, user, new NoticeId("N-1"), NOW);
              return before;
            },
            () -> {
              outbox().lockPerson(Samples.LESSOR, user);
              return outbox().sentSince(Samples.LESSOR, user, NOW).size();
            });
    assertThat(seen).isEqualTo(new Answers<>(0, 1));
  }

  @Test
  @DisplayName("Outbox rule 4: nobody waits for a person whom nobody holds")
  void othersAreFree() {
    Person tenant = Person.of(new TenantId("T-1"));
    Person other = Person.using(tenant.tenant(), null);
    outbox().lockPerson(Samples.LESSOR, tenant);
    outbox().lockPerson(Samples.LESSOR, tenant);
    outbox().lockPerson(Samples.LESSOR, other);
    assertThat(outbox().sentSince(Samples.LESSOR, tenant, Instant.EPOCH)).isEmpty();
  }

  @Test
  @DisplayName("Outbox.ofCase: every notice of a case, in any state, by id")
  void findsOfCase() {
    RenewalCase renewal = aCase("C-1");
    Notice cancelled = Samples.notice("N-10", renewal, NOW);
    outbox()
        .addAll(
            List.of(
                Samples.notice("N-2", renewal, NOW), cancelled,
                Samples.notice("elsewhere", aCase("C-2"), NOW)));
    outbox().update(cancelled.ended(Notice.State.CANCELLED, 0));
    assertThat(ids(outbox().ofCase(Samples.LESSOR, renewal.id()))).containsExactly("N-10", "N-2");
  }

  @Test
  @DisplayName("Outbox.update: a notice is kept as it was added and as it was changed")
  void keepsAsGiven() {
    RenewalCase renewal = aCase("C-1");
    Notice notice =
        new Notice(
            Samples.LESSOR, new NoticeId("通".repeat(200)), renewal.id(), renewal.contract(), "T-30",
            new Contact(Channel.WECOM, "企业微信\"x'", PartyRole.OCCUPANT), Notice.State.PENDING, 2, Samples.MICROS,
            Samples.MICROS.plusSeconds(60), "early-bird");
    outbox().addAll(List.of(notice));
    assertThat(outbox().ofCase(Samples.LESSOR, renewal.id())).containsExactly(notice);
    for (Notice changed :
        List.of(notice.retryAt(NOW, 3), notice.ended(Notice.State.FAILED, 4))) {
      outbox().update(changed);
      assertThat(outbox().ofCase(Samples.LESSOR, renewal.id())).containsExactly(changed);
    }
  }
}
