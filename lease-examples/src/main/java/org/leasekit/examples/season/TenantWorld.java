package org.leasekit.examples.season;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leasekit.application.AnswerSurvey;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.application.OfferService;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.RenewalView;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.Touch;

/** All simulated tenants, and what they need to act: phones, providers, and days with nights in them. */
final class TenantWorld {
  private static final LocalTime WAKES = LocalTime.of(7, 30);
  private static final LocalTime SLEEPS = LocalTime.of(22, 30);
  private static final double REPORTED_TWICE = 0.06;
  private static final double USES_CODE = 0.55;
  private static final double TAKES_ADD_ON = 0.12;
  private static final int SECONDS = 60;

  private final Office office;
  private final Agenda agenda;
  private final RenewalBrowser browser;
  private final Providers providers;
  private final long seed;
  private final Map<CaseId, TenantActor> actors = new HashMap<>();

  TenantWorld(
      Office office, Agenda agenda, RenewalBrowser browser, Providers providers, long seed) {
    this.office = office;
    this.agenda = agenda;
    this.browser = browser;
    this.providers = providers;
    this.seed = seed;
  }

  /** Everybody looks at the messages that have been shown on their phones. */
  void readMessages() {
    for (GatewayStub.Shown shown : office.gateway().takeUnread()) {
      actor(office.caseOf(shown.link()))
          .ifPresent(who -> who.touched(Channel.valueOf(shown.channel()), shown.link()));
    }
  }

  /** The steward calls or visits; who is spoken to gets the link as well. */
  Touch.Result meet(CaseId id, Channel channel) {
    Optional<RenewalView> view = office.view(id);
    boolean dead =
        channel == Channel.CALL && view.map(each -> hasDeadPhone(each.contract())).orElse(false);
    return dead
        ? Touch.Result.DEAD
        : actor(id).map(who -> who.pickUp(channel)).orElse(Touch.Result.NO_ANSWER);
  }

  /** What was said in a call or visit sinks in. */
  void spokenTo(CaseId id, Channel channel) {
    office
        .view(id)
        .ifPresent(
            view -> actor(id).ifPresent(who -> who.touched(channel, office.linkOf(view.renewal()))));
  }

  /** The steward helps to finish. */
  void helped(CaseId id) {
    actor(id).ifPresent(TenantActor::helped);
  }

  /** Whether a master's people are going to renew it and have not done so yet. */
  boolean isBusy(ContractNo master) {
    return office
        .kit()
        .renewals()
        .ofContract(master)
        .orElseThrow()
        .flatMap(view -> actor(view.renewal().id()))
        .map(TenantActor::isBusy)
        .orElse(false);
  }

  RenewalBrowser browser() {
    return browser;
  }

  Instant now() {
    return agenda.now();
  }

  /** Something a tenant does after a while, or when they are awake again. */
  void after(Duration delay, Dice dice, Agenda.Happening happening) {
    at(agenda.now().plus(delay), dice, happening);
  }

  /** Something a tenant does at an instant, or when they are awake again. */
  void at(Instant instant, Dice dice, Agenda.Happening happening) {
    ZonedDateTime when = instant.atZone(office.zone());
    LocalTime time = when.toLocalTime();
    if (!time.isBefore(SLEEPS)) {
      when = when.plusDays(1).with(WAKES).plus(dice.between(Duration.ZERO, Duration.ofHours(2)));
    } else if (time.isBefore(WAKES)) {
      when = when.with(WAKES).plus(dice.between(Duration.ZERO, Duration.ofHours(2)));
    }
    // people do nothing on the stroke of the minute, so that no two happenings of different kind meet
    agenda.enter(when.withSecond(dice.between(1, SECONDS - 1)).toInstant(), happening);
  }

  /**
   * Uses the discount code of the message, and takes something beside the unit, as the office's own app lets tenants do.
   *
   * @return whether the price is another one now
   */
  boolean takesExtras(Dice dice, CaseId id) {
    OfferService offers = office.kit().offers();
    boolean changed = false;
    Optional<String> code = offers.code(id).orElseThrow();
    if (code.isPresent() && dice.chance(USES_CODE)) {
      changed = offers.redeem(new RedeemCode(id.value(), code.get())).isAccepted();
    }
    for (AddOn addOn : offers.addOns(id).orElseThrow()) {
      if (dice.chance(TAKES_ADD_ON)) {
        changed |=
            offers.choose(new ChooseAddOn(id.value(), addOn.id().value(), 1)).isAccepted();
      }
    }
    return changed;
  }

  /** Pays what the bill says. */
  void pays(Dice dice, String number, Map<String, String> bill) {
    pay(dice, "WX-" + number, bill, bill.getOrDefault("amount", ""));
  }

  /** Pays half of the bill, and the rest a moment later. */
  void paysInParts(Dice dice, String number, Map<String, String> bill) {
    BigDecimal whole = new BigDecimal(bill.getOrDefault("amount", ""));
    BigDecimal half = whole.divide(BigDecimal.valueOf(2), whole.scale(), RoundingMode.DOWN);
    if (half.signum() > 0) {
      pay(dice, "WX-" + number + "-1", bill, half.toPlainString());
    }
    pay(dice, "WX-" + number + "-2", bill, whole.subtract(half).toPlainString());
  }

  private void pay(Dice dice, String id, Map<String, String> bill, String amount) {
    int times = dice.chance(REPORTED_TWICE) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      providers.paid(id, bill.getOrDefault("case", ""), amount, bill.getOrDefault("currency", ""));
    }
  }

  /** Signs. */
  void signs(Dice dice, CaseId id) {
    int times = dice.chance(REPORTED_TWICE) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      providers.signed("SIG-" + id, id.value());
    }
  }

  /** A tenant is through, and the page asks how it was. Dice of their own, so that nothing else hangs on who answers. */
  void asked(Persona persona, CaseId id, URI link) {
    Dice chance = new Dice(seed, "survey:" + id);
    Survey survey = Survey.of(persona, chance);
    if (survey.answersAlone()) {
      after(
          chance.between(Duration.ofMinutes(1), Duration.ofMinutes(9)),
          chance,
          () ->
              browser
                  .open(link)
                  .form("answer")
                  .ifPresent(form -> browser.press(form.with("score", String.valueOf(survey.score())))));
    } else if (survey.tellsStaff()) {
      after(
          chance.between(Duration.ofHours(20), Duration.ofHours(30)),
          chance,
          () ->
              office
                  .kit()
                  .surveys()
                  .answer(new AnswerSurvey(id.value(), survey.score(), "", "office")));
    }
  }

  private Optional<TenantActor> actor(CaseId id) {
    TenantActor known = actors.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    return office
        .view(id)
        .map(
            view -> {
              boolean elder =
                  view.tenant().ageOn(office.today()).orElse(0) >= RenewalPolicies.ELDER_AGE;
              TenantActor actor =
                  new TenantActor(
                      this,
                      persona(id, view.contract(), elder),
                      new Dice(seed, "acts:" + id),
                      view);
              actors.put(id, actor);
              return actor;
            });
  }

  /** A tenant with the mind that the offer leaves them. */
  private Persona persona(CaseId id, Contract contract, boolean elder) {
    Persona persona = Persona.of(seed, contract, elder);
    return office
        .kit()
        .offers()
        .proposal(id)
        .map(proposal -> Leaning.of(seed, id).mind(persona, proposal, office.earlyBirdDiscount()))
        .map(persona::minded)
        .orElse(persona);
  }

  private boolean hasDeadPhone(Contract contract) {
    return contract.contacts().stream()
        .filter(contact -> contact.channel() == Channel.SMS)
        .map(Contact::address)
        .findFirst()
        .map(number -> office.gateway().isDead("SMS", number))
        .orElse(false);
  }
}
