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
import org.leasekit.party.PartyRole;
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
import org.leasekit.renewal.StewardTask;

/**
 * Notices of renewals: silent once their case is. A personal link lets whoever holds it act as the tenant in that case, so only
 * the tenant gets one.
 */
final class RenewalMail implements Mail<RenewalMail.CaseLetter> {
  private final Stores stores;
  private final LessorProfile profile;
  private final RenewalLinks links;
  private final NoticeWriter writer;
  private final People people;

  RenewalMail(Stores stores, LessorProfile profile, RenewalLinks links, NoticeWriter writer) {
    this.stores = stores;
    this.profile = profile;
    this.links = links;
    this.writer = writer;
    this.people = new People(stores, profile);
  }

  /** A notice with its case, locked. */
  record CaseLetter(Notice notice, RenewalCase renewal, Contract contract, Speech speech) implements Letter {}

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
                        letters.add(letter(locked, Objects.requireNonNull(cases.get(id)), now))));
    return letters;
  }

  private CaseLetter letter(Notice locked, RenewalCase renewal, Instant now) {
    return new CaseLetter(locked, renewal, contract(locked), speech(locked, renewal, now));
  }

  private Letter.Speech speech(Notice locked, RenewalCase renewal, Instant now) {
    boolean waits = renewal.state() == CaseState.PROPOSED;
    // the sweep that lapses the case may come later, the term has ended all the same
    if (!now.isBefore(renewal.lapsesAt()) || renewal.isSilent() && !waits) {
      return Letter.Speech.SILENT;
    }
    if (Telling.isOvertaken(locked, stores.cases().fired(profile.lessor(), renewal.id()))) {
      return Letter.Speech.OVERTAKEN;
    }
    return waits ? Letter.Speech.WAITS : Letter.Speech.SPEAKS;
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
  public MessageGateway.Message message(List<CaseLetter> letters, Instant now) {
    Notice lead = letters.get(0).notice();
    Manner manner = people.manner(letters.get(0).reader(), now);
    boolean digest = letters.size() > 1;
    boolean toUser = lead.contact().owner() != PartyRole.TENANT;
    String told = digest ? "renewal.digest" : "renewal." + lead.stage();
    return new MessageGateway.Message(
        lead.lessor(),
        lead.id().value(),
        lead.contact(),
        toUser ? digest ? "renewal.user.digest" : "renewal.user" : told,
        manner.language(),
        toUser ? toUser(letters, manner) : digest ? digest(letters, manner) : text(letters.get(0), manner),
        toUser ? null : link(letters.get(0), manner));
  }

  /** The actual user is told that the lease ends, and nothing that is the tenant's alone: no price, no number, no link. */
  private static String toUser(List<CaseLetter> letters, Manner manner) {
    if (letters.size() > 1) {
      List<NoticeText.Ending> endings =
          letters.stream().map(letter -> new NoticeText.Ending(letter.renewal(), letter.contract())).toList();
      return manner.plain()
          ? NoticeText.plainDigestToUser(endings, manner.language())
          : NoticeText.digestToUser(endings, manner.language());
    }
    RenewalCase renewal = letters.get(0).renewal();
    Contract contract = letters.get(0).contract();
    return manner.plain()
        ? NoticeText.plainToUser(renewal, contract, manner.language())
        : NoticeText.toUser(renewal, contract, manner.language());
  }

  private String digest(List<CaseLetter> letters, Manner manner) {
    List<NoticeText.Part> parts =
        letters.stream()
            .map(letter -> new NoticeText.Part(letter.renewal(), letter.contract(), link(letter, manner)))
            .toList();
    return manner.plain()
        ? NoticeText.plainDigest(parts, manner.language())
        : NoticeText.digest(parts, manner.language());
  }

  private static String text(CaseLetter letter, Manner manner) {
    NoticeTemplate template =
        NoticeTemplate.of(letter.notice().template()).orElse(NoticeTemplate.REMINDER);
    return NoticeText.of(
        manner.plain() ? template.plain() : template, letter.renewal(), letter.contract(), manner.language());
  }

  private URI link(CaseLetter letter, Manner manner) {
    RenewalCase renewal = letter.renewal();
    URI link = links.linkFor(renewal.lessor(), renewal.id(), renewal.lapsesAt());
    return manner.largeType() ? links.inLargeType(link) : link;
  }

  @Override
  public boolean isOutdated(CaseLetter letter) {
    return writer.isOutdated(letter.renewal(), letter.contract(), letter.notice());
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

  @Override
  public void call(CaseLetter letter, Instant now) {
    writer.call(letter.renewal(), letter.contract(), letter.notice().stage(), now);
  }

  @Override
  public StewardTask.Kind callKind() {
    return StewardTask.Kind.CALL;
  }
}
