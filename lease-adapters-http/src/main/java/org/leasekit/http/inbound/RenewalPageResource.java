package org.leasekit.http.inbound;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.application.DeclineRenewal;
import org.leasekit.application.OfferService;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.RenewalService;
import org.leasekit.application.RenewalView;
import org.leasekit.application.SurveyService;
import org.leasekit.http.HmacRenewalLinks;
import org.leasekit.http.HmacRenewalLinks.Claims;
import org.leasekit.http.HmacRenewalLinks.Verdict;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalRejection;

/**
 * The page behind a personal link, for phones: {@code GET /r/{token}} shows the terms and the state, {@code POST
 * /r/{token}/accept} and {@code /decline} answer and lead back to it; {@code POST /r/{token}} takes add-ons and a discount
 * code, and the yes to what was shown, {@code POST /r/{token}/survey} the answer to the one question at the end. Needs no script and loads nothing from elsewhere.
 *
 * <p>Opening the page changes nothing. A step done twice is done once. Whoever posts has to know the token, which
 * nobody else can guess, so a page of another site cannot post in the tenant's name.
 */
@Path("r/{token}")
public final class RenewalPageResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";
  private static final String PNG = "image/png";
  private static final String SVG = "image/svg+xml";

  /** Refusals that are about the case as a whole, and not about a code. */
  private static final Set<String> OF_THE_CASE = Set.of("CASE_CLOSED", "OFFER_FROZEN", "OFFER_NOT_APPROVED");

  private final RenewalService renewals;
  private final OfferService offers;
  private final SurveyService surveys;
  private final HmacRenewalLinks links;
  private final InstantSource time;
  private final LessorId lessor;
  private final ZoneId zone;
  private final PageFrame frame;
  private final RenewalPage page;

  RenewalPageResource(
      RenewalService renewals,
      OfferService offers,
      SurveyService surveys,
      HmacRenewalLinks links,
      InstantSource time,
      LessorId lessor,
      ZoneId zone,
      PageFrame frame,
      RenewalPage page) {
    this.renewals = renewals;
    this.offers = offers;
    this.surveys = surveys;
    this.links = links;
    this.time = time;
    this.lessor = lessor;
    this.zone = zone;
    this.frame = frame;
    this.page = page;
  }

  /**
   * The page.
   *
   * @param token of the link
   * @param lang {@code en} or {@code zh}; null leaves it to the browser
   * @param large 1 for large type, 0 for standard type; null gives large type to tenants of 65 and over
   * @param refused rule for which the last step was refused; null when none was
   * @return 200, 404 for a token that is not ours, 410 for one that has expired or whose contract has passed to another tenant
   */
  @GET
  public Response show(
      @PathParam("token") String token,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("large") @Nullable String large,
      @QueryParam("refused") @Nullable String refused,
      @Context HttpHeaders headers) {
    Preferences wishes = wishes(lang, large, headers);
    Instant now = time.instant();
    return opened(
        token,
        now,
        wishes,
        claims -> drawn(200, claims.renewalCase(), now, wishes, token, refused, null));
  }

  private Response drawn(
      int status,
      CaseId id,
      Instant now,
      Preferences wishes,
      String token,
      @Nullable String refused,
      OfferSection.@Nullable RefusedCode refusedCode) {
    String link = links.linkOf(token).toString();
    String why = refusal(wishes.texts(), refused);
    Outcome<RenewalPage.Request> request =
        renewals
            .view(id)
            .then(view -> offers.choices(id).then(choices -> surveys.find(id).map(answer ->
                new RenewalPage.Request(
                    view, choices, answer.isPresent(), now, wishes, token, link, why, refusedCode))));
    if (!request.isAccepted()) {
      return unseen(request.rejection(), wishes);
    }
    RenewalPage.Request found = request.orElseThrow();
    return found.renewal().state() == CaseState.PROPOSED
        ? forged(wishes)
        : html(status, wishes, page.draw(found));
  }

  /** Whose renewal it was is told that it is not any more, and nothing of whose it is. */
  private Response unseen(Rejection why, Preferences wishes) {
    Texts texts = wishes.texts();
    return why instanceof RenewalRejection.PassedOn
        ? broken(410, wishes, texts.get("passedOn.title"), texts.get("passedOn.lead"))
        : forged(wishes);
  }

  /**
   * The tenant takes an add-on or gives it back, uses a discount code, or says yes to what the page showed. A yes that
   * comes with a code puts the code into the price and asks again: nobody says yes to a price that was not shown.
   *
   * @param token of the link
   * @param lang as for {@link #show}
   * @param large as for {@link #show}
   * @param body the form, URL-encoded: {@code set} (pieces, a colon, the add-on), {@code code}, {@code act} ({@code
   *     accept} for yes), {@code shown} (first payment), {@code offer} (fingerprint)
   * @return 303 to the page; 422 with the page, and the code as it was typed, when the code is refused; 404, 410 as for
   *     {@link #show}; 413 for a body that is too long
   */
  @POST
  public Response choose(
      @PathParam("token") String token,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("large") @Nullable String large,
      InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    Preferences wishes = wishes(lang, large, headers);
    OfferForm form = OfferForm.read(body, wishes.texts());
    Instant now = time.instant();
    return opened(token, now, wishes, claims -> chosen(claims.renewalCase(), form, now, wishes, token));
  }

  private Response chosen(CaseId id, OfferForm form, Instant now, Preferences wishes, String token) {
    Outcome<RenewalView> before = renewals.view(id);
    if (!before.isAccepted()) {
      return unseen(before.rejection(), wishes);
    }
    String seen = form.offer();
    boolean stale = seen != null && !before.orElseThrow().renewal().offer().fingerprint().equals(seen);
    String refused = stale ? "PRICE_CHANGED" : null;
    if (form.addOn() != null) {
      Outcome<RenewalCase> taken = offers.choose(new ChooseAddOn(id.value(), form.addOn(), form.pieces()));
      refused = taken.isAccepted() ? refused : taken.rejection().rule();
    }
    if (!form.code().isEmpty()) {
      Outcome<Proposal> redeemed = offers.redeem(new RedeemCode(id.value(), form.code()));
      String rule = redeemed.isAccepted() ? "" : redeemed.rejection().rule();
      if (!rule.isEmpty() && !OF_THE_CASE.contains(rule)) {
        String why = wishes.texts().has("code." + rule) ? "code." + rule : "code.NO_SUCH_CODE";
        OfferSection.RefusedCode problem = new OfferSection.RefusedCode(form.code(), why);
        return drawn(422, id, now, wishes, token, refused, problem);
      }
      String asked = form.yes() && refused == null ? "CHOICE_PRICED" : refused;
      return back(token, wishes, rule.isEmpty() ? asked : rule);
    }
    return form.yes() && form.addOn() == null
        ? step(token, wishes, known -> renewals.accept(new AcceptRenewal(known, form.shown(), seen)))
        : back(token, wishes, refused);
  }

  /**
   * The tenant says yes.
   *
   * @param token of the link
   * @param lang as for {@link #show}
   * @param large as for {@link #show}
   * @param shown first payment that was shown, a plain decimal; null or anything else accepts what the offer is
   * @return 303 to the page, 404 or 410 as for {@link #show}
   */
  @POST
  @Path("accept")
  public Response accept(
      @PathParam("token") String token,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("large") @Nullable String large,
      @QueryParam("shown") @Nullable String shown,
      @Context HttpHeaders headers) {
    return step(
        token,
        wishes(lang, large, headers),
        id -> renewals.accept(new AcceptRenewal(id, OfferForm.price(shown))));
  }

  /**
   * The tenant says no.
   *
   * @param token of the link
   * @param lang as for {@link #show}
   * @param large as for {@link #show}
   * @return 303 to the page, 404 or 410 as for {@link #show}
   */
  @POST
  @Path("decline")
  public Response decline(
      @PathParam("token") String token,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("large") @Nullable String large,
      @Context HttpHeaders headers) {
    return step(token, wishes(lang, large, headers), id -> renewals.decline(new DeclineRenewal(id)));
  }

  /**
   * The tenant says, once the renewal has come to its end, how likely it is that they recommend the lessor.
   *
   * @param token of the link
   * @param lang as for {@link #show}
   * @param large as for {@link #show}
   * @param body the form, URL-encoded: {@code score} (0 to 10), {@code comment} (may be empty)
   * @return 303 to the page, 404 or 410 as for {@link #show}; 413 for a body that is too long
   */
  @POST
  @Path("survey")
  public Response survey(
      @PathParam("token") String token,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("large") @Nullable String large,
      InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    Preferences wishes = wishes(lang, large, headers);
    Map<String, String> fields = OfferForm.fields(body, wishes.texts());
    return step(token, wishes, id -> surveys.answer(SurveySection.answer(id, fields)));
  }

  /**
   * The link as a QR code that scales.
   *
   * @param token of the link
   * @return 200, 404 or 410 as for {@link #show}
   */
  @GET
  @Path("qr.svg")
  public Response svg(@PathParam("token") String token, @Context HttpHeaders headers) {
    return code(token, headers, SVG, code -> code.svg().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The link as a QR code for printing and for messages.
   *
   * @param token of the link
   * @return 200, 404 or 410 as for {@link #show}
   */
  @GET
  @Path("qr.png")
  public Response png(@PathParam("token") String token, @Context HttpHeaders headers) {
    return code(token, headers, PNG, QrCode::png);
  }

  private Response step(String token, Preferences wishes, Function<String, Outcome<?>> decide) {
    return opened(
        token,
        time.instant(),
        wishes,
        claims -> {
          Outcome<?> outcome = decide.apply(claims.renewalCase().value());
          if (outcome.isAccepted()) {
            return back(token, wishes, null);
          }
          Rejection why = outcome.rejection();
          if (why instanceof RenewalRejection.NoSuchCase || why instanceof RenewalRejection.PassedOn) {
            return unseen(why, wishes);
          }
          return back(token, wishes, outcome.rejection().rule());
        });
  }

  private Response back(String token, Preferences wishes, @Nullable String refused) {
    String query = wishes.query();
    if (refused != null) {
      query += (query.isEmpty() ? "?" : "&") + "refused=" + refused;
    }
    return secured(Response.seeOther(URI.create(links.linkOf(token) + query))).build();
  }

  private Response code(
      String token, HttpHeaders headers, String type, Function<QrCode, byte[]> drawing) {
    return opened(
        token,
        time.instant(),
        wishes(null, null, headers),
        claims -> {
          byte[] image = drawing.apply(QrCode.of(links.linkOf(token).toASCIIString()));
          return secured(Response.ok(image, type)).build();
        });
  }

  /** Answers for a token that is good, and tells what is wrong with any other. */
  private Response opened(
      String token, Instant now, Preferences wishes, Function<Claims, Response> answer) {
    Verdict verdict = links.verify(token, now);
    if (verdict instanceof Verdict.Valid valid && valid.claims().lessor().equals(lessor)) {
      return answer.apply(valid.claims());
    }
    if (verdict instanceof Verdict.Expired expired && expired.claims().lessor().equals(lessor)) {
      Texts texts = wishes.texts();
      String lead = texts.get("expired.lead", texts.time(expired.claims().expires(), zone));
      return broken(410, wishes, texts.get("expired.title"), lead);
    }
    return forged(wishes);
  }

  private Response forged(Preferences wishes) {
    Texts texts = wishes.texts();
    return broken(404, wishes, texts.get("forged.title"), texts.get("forged.lead"));
  }

  private Response broken(int status, Preferences wishes, String title, String lead) {
    String drawn =
        frame.page(
            title,
            wishes,
            "broken",
            html ->
                html.open("article", "class", "ticket")
                    .open("div", "class", "hero")
                    .leaf("h1", title)
                    .leaf("p", lead, "class", "lead")
                    .close()
                    .close());
    return html(status, wishes, drawn);
  }

  /** The text for a rule, so that no address puts words of its own on the page. */
  private static @Nullable String refusal(Texts texts, @Nullable String rule) {
    if (rule == null) {
      return null;
    }
    return texts.has("refused." + rule) ? "refused." + rule : "refused.OTHER";
  }

  private Response html(int status, Preferences wishes, String drawn) {
    return secured(Response.status(status))
        .entity(drawn.getBytes(StandardCharsets.UTF_8))
        .type(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, wishes.language().tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private Response.ResponseBuilder secured(Response.ResponseBuilder response) {
    return response
        .header("Content-Security-Policy", frame.securityPolicy())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Preferences wishes(
      @Nullable String lang, @Nullable String large, HttpHeaders headers) {
    return Preferences.of(lang, large, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
