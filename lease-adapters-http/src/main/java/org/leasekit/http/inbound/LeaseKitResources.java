package org.leasekit.http.inbound;

import jakarta.ws.rs.core.Application;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.OfferService;
import org.leasekit.application.PaymentService;
import org.leasekit.application.RenewalService;
import org.leasekit.application.SurveyService;
import org.leasekit.http.HmacRenewalLinks;
import org.leasekit.http.WebhookSignatures;

/**
 * The resources of one lessor as a Jakarta REST application that any container hosts: the renewal page, callbacks of
 * payment and signature, the OpenAPI document.
 *
 * <p>Mount it where the links' base leads. A host that has an application of its own registers {@link #getSingletons()}
 * with it. Jersey logs a warning for each of them, that it is no provider; that is so, and does no harm.
 */
public final class LeaseKitResources extends Application {

  private final Set<Object> resources;

  private LeaseKitResources(List<Object> resources) {
    this.resources = Collections.unmodifiableSet(new LinkedHashSet<>(resources));
  }

  /**
   * Begins the resources. Required: {@code profile}, {@code renewals}, {@code offers}, {@code surveys}, {@code
   * payments}, {@code links}, {@code callbackSignatures}, {@code paymentPage}, {@code signaturePage}. Default: the lessor's id as name,
   * the system clock.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** The resources, each one object that is safe for use by many threads. */
  @Override
  @SuppressWarnings("deprecation") // the only portable way to hand over objects that are made already
  public Set<Object> getSingletons() {
    return resources;
  }

  /** Collects what the resources need. */
  public static final class Builder {

    private @Nullable LessorProfile profile;
    private @Nullable RenewalService renewals;
    private @Nullable OfferService offers;
    private @Nullable SurveyService surveys;
    private @Nullable PaymentService payments;
    private @Nullable HmacRenewalLinks links;
    private @Nullable WebhookSignatures callbackSignatures;
    private @Nullable UrlTemplate paymentPage;
    private @Nullable UrlTemplate signaturePage;
    private @Nullable String name;
    private InstantSource time = InstantSource.system();

    private Builder() {}

    /** Whose cases these are, and in which zone its days begin. */
    public Builder profile(LessorProfile value) {
      profile = Objects.requireNonNull(value, "profile");
      return this;
    }

    /** What tenants do about renewals. */
    public Builder renewals(RenewalService value) {
      renewals = Objects.requireNonNull(value, "renewals");
      return this;
    }

    /** What tenants may choose in an offer: add-ons and discount codes. */
    public Builder offers(OfferService value) {
      offers = Objects.requireNonNull(value, "offers");
      return this;
    }

    /** What asks tenants at the end. */
    public Builder surveys(SurveyService value) {
      surveys = Objects.requireNonNull(value, "surveys");
      return this;
    }

    /** What takes in money. */
    public Builder payments(PaymentService value) {
      payments = Objects.requireNonNull(value, "payments");
      return this;
    }

    /** What made the links; its base is where tenants are led back to. */
    public Builder links(HmacRenewalLinks value) {
      links = Objects.requireNonNull(value, "links");
      return this;
    }

    /** The secrets that providers sign their callbacks with. */
    public Builder callbackSignatures(WebhookSignatures value) {
      callbackSignatures = Objects.requireNonNull(value, "callbackSignatures");
      return this;
    }

    /**
     * Where a tenant pays: an absolute address in which {@code {case}}, {@code {amount}} (a plain decimal), {@code
     * {currency}} (ISO 4217) and {@code {return}} (the page to come back to) are filled in, percent-encoded.
     *
     * @throws IllegalArgumentException if it is no absolute address, or holds another name in braces
     */
    public Builder paymentPage(String template) {
      paymentPage = new UrlTemplate("paymentPage", template, RenewalPage.NAMES);
      return this;
    }

    /**
     * Where a tenant signs, with the same names as {@link #paymentPage}.
     *
     * @throws IllegalArgumentException as for {@link #paymentPage}
     */
    public Builder signaturePage(String template) {
      signaturePage = new UrlTemplate("signaturePage", template, RenewalPage.NAMES);
      return this;
    }

    /** What the lessor is called on the page. */
    public Builder name(String value) {
      name = Objects.requireNonNull(value, "name");
      return this;
    }

    /** Tells the time. */
    public Builder time(InstantSource value) {
      time = Objects.requireNonNull(value, "time");
      return this;
    }

    /**
     * The resources.
     *
     * @throws IllegalStateException naming the first part that is missing
     */
    public LeaseKitResources build() {
      LessorProfile lessor = given(profile, "profile");
      RenewalService steps = given(renewals, "renewals");
      OfferService choices = given(offers, "offers");
      SurveyService questions = given(surveys, "surveys");
      PaymentService cash = given(payments, "payments");
      HmacRenewalLinks tokens = given(links, "links");
      WebhookSignatures signatures = given(callbackSignatures, "callbackSignatures");
      PageFrame frame =
          new PageFrame(name == null ? lessor.lessor().value() : name, tokens.linkOf(""));
      RenewalPage page =
          new RenewalPage(
              frame,
              lessor.zone(),
              given(paymentPage, "paymentPage"),
              given(signaturePage, "signaturePage"));
      return new LeaseKitResources(
          List.of(
              new RenewalPageResource(
                  steps, choices, questions, tokens, time, lessor.lessor(), lessor.zone(), frame, page),
              new CallbackResource(cash, steps, signatures),
              new OpenApiResource()));
    }

    private static <P> P given(@Nullable P part, String name) {
      if (part == null) {
        throw new IllegalStateException("LeaseKitResources.builder()." + name + "(...) is missing");
      }
      return part;
    }
  }
}
