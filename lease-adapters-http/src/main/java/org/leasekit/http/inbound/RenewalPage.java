package org.leasekit.http.inbound;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.RenewalView;
import org.leasekit.contract.Contract;
import org.leasekit.contract.Slot;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalPolicies;

/** Draws the page of one renewal. */
final class RenewalPage {

  /** The names that addresses of payment and signature pages may hold. */
  static final Set<String> NAMES = Set.of("case", "amount", "currency", "return");

  private final PageFrame frame;
  private final ZoneId zone;
  private final UrlTemplate payment;
  private final UrlTemplate signature;

  RenewalPage(PageFrame frame, ZoneId zone, UrlTemplate payment, UrlTemplate signature) {
    this.frame = frame;
    this.zone = zone;
    this.payment = payment;
    this.signature = signature;
  }

  /**
   * One page that is to be drawn.
   *
   * @param token of the link, for addresses relative to the page
   * @param link the whole link, for whoever sends the tenant back
   * @param refused key of the text that tells why the last step was refused; null when none was
   */
  record Request(
      RenewalView view, Instant now, Preferences wishes, String token, String link, @Nullable String refused) {

    RenewalCase renewal() {
      return view.renewal();
    }

    Offer offer() {
      return view.renewal().offer();
    }

    Texts texts() {
      return wishes.texts();
    }

    /** Carries the price that is shown, so that no other one is accepted. */
    String acceptAction() {
      String query = wishes.query();
      return token + "/accept" + query + (query.isEmpty() ? "?" : "&") + "shown="
          + MinorUnits.plain(offer().firstPayment());
    }

    String formAction(String step) {
      return token + "/" + step + wishes.query();
    }
  }

  String draw(Request request) {
    LocalDate today = request.now().atZone(zone).toLocalDate();
    Preferences shown = request.wishes();
    if (shown.large() == null) {
      boolean elder = request.view().tenant().ageOn(today).orElse(0) >= RenewalPolicies.ELDER_AGE;
      shown = shown.large(elder);
    }
    PageState state = PageState.of(request.renewal(), request.now());
    String style = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return frame.page(
        request.texts().get("page.title"), shown, style, html -> content(html, request, state, today));
  }

  private void content(Html html, Request request, PageState state, LocalDate today) {
    if (request.refused() != null) {
      html.leaf("p", request.texts().get(request.refused()), "class", "notice", "role", "alert");
    }
    html.open("article", "class", "ticket");
    hero(html, request, state, today);
    if (state == PageState.IN_PROGRESS) {
      steps(html, request);
    }
    if (state != PageState.DECLINED && state != PageState.LAPSED && state != PageState.SUPERSEDED) {
      price(html, request);
    }
    terms(html, request, state);
    html.close();
    if (state == PageState.OFFER) {
      html.open("div", "class", "actions");
      html.open("form", "method", "post", "action", request.acceptAction());
      html.leaf("button", request.texts().get("offer.accept"), "class", "primary", "id", "accept");
      html.close();
      decline(html, request);
      html.close();
    } else if (state == PageState.IN_PROGRESS && !request.renewal().isSilent()) {
      decline(html, request);
    }
    html.empty("img", "class", "qr", "src", request.token() + "/qr.svg", "alt",
        request.texts().get("page.qr"), "loading", "lazy", "width", "148", "height", "148");
  }

  private void hero(Html html, Request request, PageState state, LocalDate today) {
    Texts texts = request.texts();
    RenewalCase renewal = request.renewal();
    html.open("div", "class", "hero");
    html.leaf("p", eyebrow(texts, renewal, state, today), "class", "eyebrow");
    title(html, texts.get("title." + state), unit(request.view().contract()));
    String expiry = texts.date(renewal.expiry());
    html.leaf(
        "p",
        texts.get("lead." + state, expiry, texts.date(request.offer().term().start()),
            texts.date(request.offer().term().lastDay())),
        "class",
        "lead");
    boolean lapsedAfterPayment = state == PageState.LAPSED && renewal.progress().paidAt() != null;
    if (lapsedAfterPayment) {
      html.leaf("p", texts.get("lead.paidInVain"), "class", "lead");
    }
    html.close();
  }

  /** The unit is an element of its own, so that a line does not break within it. */
  private static void title(Html html, String pattern, String unit) {
    int unitAt = pattern.indexOf("{0}");
    html.open("h1").text(pattern.substring(0, unitAt));
    html.leaf("span", unit).text(pattern.substring(unitAt + "{0}".length())).close();
  }

  private static String eyebrow(Texts texts, RenewalCase renewal, PageState state, LocalDate today) {
    if (state != PageState.OFFER && state != PageState.IN_PROGRESS) {
      return texts.get("eyebrow." + state);
    }
    long days = ChronoUnit.DAYS.between(today, renewal.expiry());
    return days == 0
        ? texts.get("eyebrow.today")
        : texts.get(days == 1 ? "eyebrow.oneDay" : "eyebrow.days", Long.toString(days));
  }

  private void price(Html html, Request request) {
    Texts texts = request.texts();
    Offer offer = request.offer();
    html.open("div", "class", "price");
    html.open("p", "class", "monthly");
    html.leaf("span", texts.get("price." + offer.terms().rules().per()), "class", "label");
    html.leaf("strong", texts.amount(offer.terms().monthlyRent()));
    html.close();
    html.open("p", "class", "first");
    html.leaf("span", texts.get("price.first"), "class", "label");
    html.leaf("strong", texts.amount(offer.firstPayment()));
    html.close();
    if (!offer.depositTopUp().isZero()) {
      html.leaf(
          "p",
          texts.get(
              "price.made", texts.amount(offer.firstRent()), texts.amount(offer.depositTopUp())),
          "class",
          "made");
    }
    for (AddOnLine line : offer.addOns()) {
      String pieces = Integer.toString(line.quantity());
      html.leaf(
          "p", texts.get("price.addOn", line.name(), pieces, texts.amount(line.amount())), "class", "made");
    }
    if (offer.depositRefund().isPositive()) {
      html.leaf("p", texts.get("price.refund", texts.amount(offer.depositRefund())), "class", "made");
    }
    html.close();
  }

  private void terms(Html html, Request request, PageState state) {
    Texts texts = request.texts();
    Contract contract = request.view().contract();
    Offer offer = request.offer();
    html.open("dl");
    if (state != PageState.DECLINED && state != PageState.LAPSED && state != PageState.SUPERSEDED) {
      html.open("div").leaf("dt", texts.get("terms.term")).open("dd");
      html.leaf("span", texts.date(offer.term().start())).text(" ");
      html.leaf("span", texts.get("terms.through", texts.date(offer.term().lastDay())));
      html.close().close();
      int months = offer.terms().cycleMonths();
      row(html, texts.get("terms.cycle"), months == 1
          ? texts.get("terms.everyMonth")
          : texts.get("terms.everyMonths", Integer.toString(months)));
    }
    row(html, texts.get("terms.end"), texts.date(request.renewal().expiry()));
    row(html, texts.get("terms.unit"), place(texts, contract));
    row(html, texts.get("terms.contract"), contract.no().value());
    row(html, texts.get("terms.tenant"), NameMask.of(request.view().tenant().name()));
    html.close();
  }

  private static void row(Html html, String label, String value) {
    html.open("div").leaf("dt", label).leaf("dd", value).close();
  }

  private void steps(Html html, Request request) {
    Texts texts = request.texts();
    RenewalCase.Progress progress = request.renewal().progress();
    MonetaryAmount due = request.offer().firstPayment();
    html.open("ol", "class", "steps");
    if (progress.acceptedAt() != null) {
      done(html, texts.get("step.accepted"), texts.time(progress.acceptedAt(), zone));
    }
    if (progress.paidAt() != null) {
      done(html, texts.get("step.paid"), texts.time(progress.paidAt(), zone));
    } else if (due.isZero()) {
      done(html, texts.get("step.nothingToPay"), "");
    } else {
      left(html, texts.get("step.pay", texts.amount(due)), texts.get("step.payNow"),
          payment.fill(values(request)), "pay");
    }
    if (progress.signedAt() != null) {
      done(html, texts.get("step.signed"), texts.time(progress.signedAt(), zone));
    } else {
      left(html, texts.get("step.sign"), texts.get("step.signNow"),
          signature.fill(values(request)), "sign");
    }
    html.close();
  }

  private static void done(Html html, String text, String when) {
    html.open("li", "class", "done").leaf("span", text);
    if (!when.isEmpty()) {
      html.leaf("small", when);
    }
    html.close();
  }

  private static void left(Html html, String text, String button, String address, String id) {
    html.open("li", "class", "left").leaf("span", text);
    html.leaf("a", button, "class", "primary", "href", address, "id", id, "rel", "noreferrer");
    html.close();
  }

  /** Asks once more before a refusal: there is no way back from it on this page. */
  private static void decline(Html html, Request request) {
    Texts texts = request.texts();
    html.open("details");
    html.leaf("summary", texts.get("offer.decline"));
    html.leaf("p", texts.get("decline.sure", texts.date(request.renewal().expiry())));
    html.open("form", "method", "post", "action", request.formAction("decline"));
    html.leaf("button", texts.get("decline.confirm"), "class", "plain", "id", "decline");
    html.close().close();
  }

  private static Map<String, String> values(Request request) {
    MonetaryAmount due = request.offer().firstPayment();
    return Map.of(
        "case", request.renewal().id().value(),
        "amount", MinorUnits.plain(due),
        "currency", due.getCurrency().getCurrencyCode(),
        "return", request.link());
  }

  private static String unit(Contract contract) {
    return contract.unit() == null ? contract.project() : contract.unit().unit();
  }

  private static String place(Texts texts, Contract contract) {
    String place =
        contract.unit() == null
            ? contract.project()
            : contract.unit().project() + " · " + contract.unit().unit();
    return contract.slot() == Slot.ALL ? place : place + " · " + texts.get("slot." + contract.slot());
  }
}
