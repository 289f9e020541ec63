package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;
import org.leasekit.renewal.ChannelLadder;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalPolicies;

/** Who is written to about a contract, and how they want it. Joins the caller's unit of work. */
final class People {
  private final Stores stores;
  private final LessorProfile profile;

  People(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** What somebody wants; nothing in particular when they have not said. */
  Wishes wishes(Person person) {
    return stores
        .wishes()
        .findAll(profile.lessor(), List.of(person))
        .getOrDefault(person, Wishes.none(profile.lessor(), person));
  }

  /** What the registered tenant wants. */
  Wishes wishes(Contract contract) {
    return wishes(contract.person(PartyRole.TENANT));
  }

  /**
   * How somebody is written to: in their language, or the lessor's where they have not said; in plain words when they have asked
   * for large type, or are a tenant of {@value RenewalPolicies#ELDER_AGE} or over on the day of sending.
   */
  Manner manner(Person person, Instant now) {
    Wishes wishes = wishes(person);
    Locale own = wishes.language();
    boolean plain =
        wishes.largeType() || (person.role() == PartyRole.TENANT && isElder(person.tenant(), now));
    return new Manner(own == null ? profile.locale() : own, plain, wishes.largeType());
  }

  private boolean isElder(TenantId tenant, Instant now) {
    return stores
        .tenants()
        .find(profile.lessor(), tenant)
        .map(known -> known.ageOn(profile.day(now)))
        .filter(age -> age.orElse(0) >= RenewalPolicies.ELDER_AGE)
        .isPresent();
  }

  /** Whether nothing is to be sent to a contact of a contract. */
  boolean forbid(Contract contract, Contact contact) {
    return wishes(contract.person(contact.owner())).forbids(contact);
  }

  /**
   * The next contact to try.
   *
   * @param among contacts of the contract that may know
   * @param preferred the channels the stage asked for, best first
   * @param tried for this stage, or dead
   * @return empty when somebody has to call
   */
  Optional<Contact> next(
      Contract contract, List<Contact> among, List<Channel> preferred, Collection<Contact> tried) {
    return ChannelLadder.next(among, preferred, tried, contact -> forbid(contract, contact));
  }

  /**
   * The contacts that are used up for a stage: those that were written to, and all those of a person who has had as many
   * messages as anybody shall have until it is too late for the stage.
   *
   * @param written the notices of the case
   * @param among contacts of the contract that may know
   */
  static Set<Contact> tried(List<Notice> written, String stage, List<Contact> among) {
    Set<Contact> tried = new HashSet<>();
    written.stream()
        .filter(notice -> notice.stage().equals(stage))
        .forEach(
            notice -> {
              tried.add(notice.contact());
              if (notice.state() == Notice.State.CAPPED) {
                among.stream().filter(each -> each.owner() == notice.contact().owner()).forEach(tried::add);
              }
            });
    return tried;
  }

  /**
   * Whether somebody was to be written to in the tenant's place who is not to be any more: they do not use the unit now, or the
   * tenant has got a contact that was not tried.
   *
   * @param tried for this stage, or dead
   */
  static boolean isOutdated(Contract contract, Contact to, Collection<Contact> tried) {
    if (!contract.contacts().contains(to)) {
      return true;
    }
    List<Contact> others = tried.stream().filter(contact -> !contact.equals(to)).toList();
    return to.owner() != PartyRole.TENANT
        && ChannelLadder.next(contract.contacts(), List.of(), others, contact -> false)
            .filter(contact -> contact.owner().compareTo(to.owner()) < 0)
            .isPresent();
  }
}
