package org.leasekit.http.inbound;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.LeaseKit;
import org.leasekit.application.AmendContract;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.http.HmacRenewalLinks;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.intent.IntentModels;
import org.leasekit.memory.MemoryStores;
import org.leasekit.memory.SettableClock;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.MessageGateway;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategy;

/**
 * A garage with one lease that ends on 31 March 2026, whose tenant has been sent a link; everything real and in memory,
 * served over HTTP on loopback. It is 10:00 on 2 March in Shanghai.
 */
final class Garage implements AutoCloseable {

  static final LessorId LESSOR = new LessorId("parkside");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
  static final ContractNo CONTRACT = new ContractNo("PK-2025-0001");
  static final CaseId CASE = new CaseId("PK-2025-0001-20260331");
  static final ContractNo NEIGHBOUR = new ContractNo("PK-2025-0002");
  static final CaseId NEIGHBOURS_CASE = new CaseId("PK-2025-0002-20260331");
  static final long DEPOSIT_MINOR = 50000;

  /** Five percent for ten days. */
  private static final OfferPolicy CODES =
      new OfferPolicy(
          OfferLimits.STANDARD,
          IntentModels.UNKNOWN,
          null,
          new OfferPolicy.PersonalCode(500, 10, "a secret of the garage's"));
  static final String CALLBACK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  final SettableClock clock = new SettableClock(START);
  final MemoryStores stores = new MemoryStores();
  final LeaseKit kit;
  final HmacRenewalLinks links;
  /** The link that the tenant was sent. */
  final URI link;

  /** Kept, because loggers are forgotten with their levels: Jersey warns of resources that are objects already. */
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

  static {
    JERSEY.setLevel(Level.SEVERE);
  }

  private final List<MessageGateway.Message> sent = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private int webhooks;

  /** What can be different from one test to the next. */
  record Setting(
      String tenant, LocalDate birthDate, String unit, long rentMinor, long topUpMinor, boolean extras) {
    static final Setting USUAL =
        new Setting("王小明", LocalDate.of(1990, 5, 1), "B2-118", 68000, 0, false);

    Setting tenant(String name) {
      return new Setting(name, birthDate, unit, rentMinor, topUpMinor, extras);
    }

    Setting born(LocalDate date) {
      return new Setting(tenant, date, unit, rentMinor, topUpMinor, extras);
    }

    Setting unit(String name) {
      return new Setting(tenant, birthDate, name, rentMinor, topUpMinor, extras);
    }

    Setting rent(long minor) {
      return new Setting(tenant, birthDate, unit, minor, topUpMinor, extras);
    }

    /** With add-ons on offer, discount codes, and a neighbour. */
    Setting withExtras() {
      return new Setting(tenant, birthDate, unit, rentMinor, topUpMinor, true);
    }

    Setting topUp(long minor) {
      return new Setting(tenant, birthDate, unit, rentMinor, minor, extras);
    }
  }

  /** The same rent, and a deposit of more. */
  private record DearerDeposit(long moreMinor) implements PricingStrategy {
    @Override
    public String code() {
      return "DEARER_DEPOSIT";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      ChargeTerms terms = contract.terms();
      return new ChargeTerms(
          terms.monthlyRent(),
          terms.deposit().add(MinorUnits.amount(moreMinor, "CNY")),
          terms.cycleMonths(),
          terms.proration());
    }
  }

  Garage() {
    this(Setting.USUAL);
  }

  Garage(Setting setting) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links = new HmacRenewalLinks(base(), secret());
    LessorProfile profile = profile(setting);
    kit =
        LeaseKit.builder()
            .profile(profile)
            .stores(stores)
            .clock(clock)
            .links(links)
            .validator(validator())
            .gateway(
                message -> {
                  sent.add(message);
                  return MessageGateway.Delivery.DELIVERED;
                })
            .build();
    let(setting);
    if (setting.extras()) {
      addExtras(setting);
    }
    kit.runDue();
    link = sent.get(0).link();
    serve(profile);
  }

  private static LessorProfile profile(Setting setting) {
    LessorProfile usual =
        LessorProfile.standard(LESSOR, ZONE, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china());
    return new LessorProfile(
        usual.lessor(), usual.zone(), usual.locale(), usual.calendar(), usual.dueRoll(),
        usual.renewalPolicy(), new DearerDeposit(setting.topUpMinor()), usual.allocation(), usual.halfFinishedAfter(),
        usual.delivery())
        .withOffers(
            new DearerDeposit(setting.topUpMinor()),
            setting.extras() ? CODES : OfferPolicy.STANDARD);
  }

  /** A charging post of which there are two, a wash that is sold out after one, and a neighbour with a code. */
  private void addExtras(Setting setting) {
    AddOn post = AddOn.of(LESSOR, "POST", "充电桩 Charging post", MinorUnits.amount(60000, "CNY"), 2);
    AddOn wash = AddOn.of(LESSOR, "WASH:12", "洗车卡 <Car wash>", MinorUnits.amount(12000, "CNY"), 1);
    kit.offers().putAddOn(post).orElseThrow();
    kit.offers().putAddOn(wash).orElseThrow();
    let(NEIGHBOUR, "T-2", setting.unit("B2-119").tenant("李雷"));
  }

  /** The discount code of a case. */
  String code(CaseId id) {
    return kit.offers().code(id).orElseThrow().orElseThrow();
  }

  /** Sends a form as a browser does; names and values take turns. */
  HttpResponse<String> submit(String address, String... fields) {
    StringJoiner body = new StringJoiner("&");
    for (int i = 0; i < fields.length; i += 2) {
      body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.ofString(body.toString())),
        "Content-Type", "application/x-www-form-urlencoded");
  }

  private void let(Setting setting) {
    let(CONTRACT, "T-1", setting);
  }

  private void let(ContractNo no, String tenantId, Setting setting) {
    TenantId tenant = new TenantId(tenantId);
    stores
        .tenants()
        .putAll(
            List.of(
                new Tenant(LESSOR, tenant, setting.tenant(), PartyKind.PERSON, setting.birthDate())));
    stores
        .contracts()
        .add(
            new Contract(
                LESSOR,
                no,
                false,
                "滨江花园地库",
                new UnitRef("滨江花园地库", setting.unit()),
                Slot.ALL,
                tenant,
                null,
                List.of(new Contact(Channel.SMS, "13800000001")),
                null,
                DateRange.ofClosed(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)),
                new ChargeTerms(
                    MinorUnits.amount(setting.rentMinor(), "CNY"),
                    MinorUnits.amount(DEPOSIT_MINOR, "CNY"),
                    1,
                    "ACTUAL_MONTH"),
                ContractStatus.ACTIVE,
                Links.NONE,
                0),
            List.of());
  }

  private void serve(LessorProfile profile) {
    LeaseKitResources resources =
        LeaseKitResources.builder()
            .profile(profile)
            .renewals(kit.renewals())
            .offers(kit.offers())
            .surveys(kit.surveys())
            .payments(kit.payments())
            .links(links)
            .callbackSignatures(new WebhookSignatures(clock, CALLBACK_SECRET))
            .paymentPage(
                "https://pay.example.com/pay?case={case}&amount={amount}&currency={currency}&back={return}")
            .signaturePage("https://sign.example.com/{case}?back={return}")
            .name("滨江花园")
            .time(clock)
            .build();
    server.createContext(
        "/lease", RuntimeDelegate.getInstance().createEndpoint(resources, HttpHandler.class));
    server.setExecutor(threads);
    server.start();
  }

  /** Somebody else takes the lease over today. */
  void passOn(String name) {
    TenantId taker = new TenantId("taker");
    stores.tenants().putAll(List.of(new Tenant(LESSOR, taker, name, PartyKind.PERSON, null)));
    kit.amendments()
        .amend(
            new AmendContract.Assignment(
                new AmendContract.Basis(CONTRACT.value(), LocalDate.of(2026, 3, 2), "steward-a", "转让", "mail 7"),
                taker.value(), List.of(new Contact(Channel.SMS, "13800000002"))))
        .orElseThrow();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/lease");
  }

  /** The link with something added to its path or query. */
  String at(String more) {
    return link + more;
  }

  HttpResponse<String> get(String address, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(address)).GET(), headers);
  }

  HttpResponse<String> post(String address, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.noBody()), headers);
  }

  /** Posts a callback, signed as it should be. */
  HttpResponse<String> callback(String path, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    WebhookSignatures.Headers signed =
        new WebhookSignatures(clock, CALLBACK_SECRET).sign("msg-" + ++webhooks, bytes);
    String[] all = Arrays.copyOf(headers, headers.length + 6);
    int at = headers.length;
    for (String value :
        List.of(
            WebhookSignatures.ID, signed.id(),
            WebhookSignatures.TIMESTAMP, signed.timestamp(),
            WebhookSignatures.SIGNATURE, signed.signature())) {
      all[at++] = value;
    }
    return raw(path, bytes, all);
  }

  /** Posts bytes with exactly these headers. */
  HttpResponse<String> raw(String path, byte[] body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(base() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
        headers);
  }

  HttpResponse<String> pay(String paymentId, String amount) {
    return callback(
        "/callbacks/payments",
        """
        {"paymentId":"%s","reference":"%s","amount":"%s","currency":"CNY"}"""
            .formatted(paymentId, CASE, amount));
  }

  HttpResponse<String> sign(String signatureId) {
    return callback(
        "/callbacks/signatures",
        """
        {"caseId":"%s","signatureId":"%s"}""".formatted(CASE, signatureId));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Validator validator() {
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      return factory.getValidator();
    }
  }

  private static byte[] secret() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 3);
    return secret;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
