package org.leasekit.application;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.leasekit.contract.Contract;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.NoticeTemplate;
import org.leasekit.renewal.NoticeText;
import org.leasekit.renewal.RenewalCase;

/** Notices of renewals: silent once their case is. */
final class RenewalMail implements Mail<RenewalMail.CaseLetter> {
  private final Stores stores;
  private final LessorProfile profile;
  private final RenewalLinks links;
  private final NoticeWriter writer;

  RenewalMail(Stores stores, LessorProfile profile, RenewalLinks links, NoticeWriter writer) {
    this.stores = stores;
    this.profile = profile;
    this.links = links;
    this.writer = writer;
  }

  /** A notice with its case, locked. */
  record CaseLetter(Notice notice, RenewalCase renewal, Contract contract) implements Letter {
    @Override
    public Speech speech() {
      if (renewal.state() == CaseState.PROPOSED) {
        return Speech.WAITS;
      }
      return renewal.isSilent() ? Speech.SILENT : Speech.SPEAKS;
    }
  }

  @Override
  public boolean isOf(Notice notice) {
    return !DunningPolicies.CATALOG.templates().contains(notice.template());
  }

  @Override
  public EscalationPolicy policy(Instant now) {
    return profile.renewalPolicy(now);
  }

  /** Cases are locked in the order of their ids. */
  @Override
  public List<CaseLetter> lock(Collection<Notice> listed, Predicate<Notice> due, Instant now) {
    TreeMap<CaseId, NoticeId> wanted = new TreeMap<>();
    listed.forEach(notice -> wanted.put(notice.renewalCase(), notice.id()));
    Map<CaseId, RenewalCase> cases = new HashMap<>();
    wanted.keySet().forEach(id -> cases.put(id, lockCase(id)));
    List<CaseLetter> letters = new ArrayList<>();
    wanted.forEach(
        (id, notice) ->
            stores
                .outbox()
                .lock(profile.lessor(), notice)
                .filter(due)
                .ifPresent(
                    locked ->
                        letters.add(
                            new CaseLetter(
                                locked, Objects.requireNonNull(cases.get(id)), contract(locked)))));
    return letters;
  }

  private RenewalCase lockCase(CaseId id) {
    return stores
        .cases()
        .lock(profile.lessor(), id)
        .orElseThrow(() -> new IllegalStateException("notice without case: " + id));
  }

  private Contract contract(Notice notice) {
    return stores
        .contracts()
        .find(profile.lessor(), notice.contract())
        .orElseThrow(() -> new IllegalStateException("no contract of " + notice.renewalCase()));
  }

  @Override
  public MessageGateway.Message message(List<CaseLetter> letters) {
    CaseLetter lead = letters.get(0);
    boolean digest = letters.size() > 1;
    return new MessageGateway.Message(
        lead.notice().lessor(),
        lead.notice().id().value(),
        lead.notice().contact(),
        digest ? "renewal.digest" : "renewal." + lead.notice().stage(),
        profile.locale(),
        digest ? digest(letters) : text(lead),
        link(lead));
  }

  private String digest(List<CaseLetter> letters) {
    return NoticeText.digest(
        letters.stream()
            .map(letter -> new NoticeText.Part(letter.renewal(), letter.contract(), link(letter)))
            .toList(),
        profile.locale());
  }

  private String text(CaseLetter letter) {
    NoticeTemplate template =
        NoticeTemplate.of(letter.notice().template()).orElse(NoticeTemplate.REMINDER);
    return NoticeText.of(template, letter.renewal(), letter.contract(), profile.locale());
  }

  private URI link(CaseLetter letter) {
    RenewalCase renewal = letter.renewal();
    URI link = links.linkFor(renewal.lessor(), renewal.id(), renewal.lapsesAt());
    TenantId tenant = letter.contract().tenant();
    boolean large =
        stores
            .wishes()
            .findAll(profile.lessor(), List.of(tenant))
            .getOrDefault(tenant, Wishes.none(profile.lessor(), tenant))
            .largeType();
    return large ? links.inLargeType(link) : link;
  }

  @Override
  public void next(CaseLetter letter, Instant now) {
    Notice notice = letter.notice();
    writer.next(
        letter.renewal(),
        letter.contract(),
        notice.stage(),
        notice.template(),
        List.of(notice.contact().channel()),
        notice.expiresAt(),
        now);
  }
}
