package org.leasekit.examples.season;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.LeaseKit;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.RenewalView;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.http.HmacRenewalLinks;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.http.inbound.LeaseKitResources;
import org.leasekit.http.outbound.HttpMessageGateway;
import org.leasekit.intent.Bill;
import org.leasekit.intent.Dossier;
import org.leasekit.memory.SettableClock;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;
import org.leasekit.payment.Allocation;
import org.leasekit.port.MessageGateway;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/**
 * A lessor with its system: a kit on a database, a message gateway and a site for tenants and
 * providers, both on loopback, and a clock to set. What an integrator wires is wired here.
 */
final class Office implements AutoCloseable {
  private static final String GATEWAY_SECRET = "whsec_bGVhc2VraXQtZXhhbXBsZS1nYXRld2F5LXNlY3JldA==";
  private static final String CALLBACK_SECRET = "whsec_bGVhc2VraXQtZXhhbXBsZS1jYWxsYmFjay1zZWNyZXQ=";
  private static final String LINK_SECRET = "the example's secret for personal links";
  private static final Duration GATEWAY_PATIENCE = Duration.ofSeconds(2);
  private static final int WARM_UPS = 20;

  private final SettableClock clock;
  private final Storage storage;
  private final ValidatorFactory validators;
  private final GatewayStub gateway;
  private final HttpServer server;
  private final HmacRenewalLinks links;
  private final WebhookSignatures callbacks;
  private final Business business;
  private final long seed;
  private final LessorProfile profile;
  private final LearntIntent intent = new LearntIntent();
  private final LeaseKit kit;

  private Office(Instant start, SeasonPlan plan, Storage storage)
      throws IOException {
    // without it each answer of the JDK's server waits for an acknowledgement that is delayed by 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.clock = new SettableClock(start);
    this.storage = storage;
    this.business = plan.business();
    this.seed = plan.seed();
    this.profile = business.profile(plan.stages(), plan.seed(), intent);
    this.validators =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    this.gateway = new GatewayStub(plan.seed(), new WebhookSignatures(clock, GATEWAY_SECRET));
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.links =
        new HmacRenewalLinks(site(), LINK_SECRET.getBytes(StandardCharsets.UTF_8));
    this.callbacks = new WebhookSignatures(clock, CALLBACK_SECRET);
    MessageGateway messages =
        HttpMessageGateway.builder(gateway.address(), GATEWAY_SECRET)
            .responseTimeout(GATEWAY_PATIENCE)
            .withoutCircuitBreaker()
            .time(clock)
            .build();
    storage.stores().absences().putAll(business.absences());
    this.kit = kit(validators.getValidator(), messages);
    openSite();
    warmUp(messages);
  }

  /**
   * Opens a office.
   *
   * @param storage closed with the office
   */
  static Office open(Instant start, SeasonPlan plan, Storage storage)
      throws IOException {
    return new Office(start, plan, storage);
  }

  private LeaseKit kit(Validator validator, MessageGateway messages) {
    return LeaseKit.builder()
        .profile(profile)
        .stores(Outages.of(storage.stores(), seed, business.outages(), clock))
        .gateway(messages)
        .links(links)
        .validator(validator)
        .clock(clock)
        .build();
  }

  private void openSite() {
    LeaseKitResources resources =
        LeaseKitResources.builder()
            .profile(profile)
            .renewals(kit.renewals())
            .offers(kit.offers())
            .surveys(kit.surveys())
            .payments(kit.payments())
            .links(links)
            .callbackSignatures(callbacks)
            .paymentPage("https://pay.example.com/?case={case}&amount={amount}&currency={currency}")
            .signaturePage("https://sign.example.com/?case={case}")
            .name(business.title())
            .time(clock)
            .build();
    server.createContext(
        "/", RuntimeDelegate.getInstance().createEndpoint(resources, HttpHandler.class));
    server.start();
  }

  /** The first messages of a process take long; they must not look like time-outs. */
  private void warmUp(MessageGateway messages) {
    for (int i = 0; i < WARM_UPS; i++) {
      messages.send(
          new MessageGateway.Message(
              lessor(),
              "warm-up-" + i,
              new Contact(Channel.SMS, "0"),
              GatewayStub.WARM_UP,
              profile.locale(),
              "",
              site()));
    }
  }

  /** What early birds get off the rent, in hundredths of a percent. */
  int earlyBirdDiscount() {
    return business.earlyBirdDiscount();
  }

  /** Who approves offers. */
  StaffId supervisor() {
    return business.supervisor();
  }

  SettableClock clock() {
    return clock;
  }

  LeaseKit kit() {
    return kit;
  }

  GatewayStub gateway() {
    return gateway;
  }

  LessorProfile profile() {
    return profile;
  }

  LessorId lessor() {
    return profile.lessor();
  }

  ZoneId zone() {
    return profile.zone();
  }

  /** What has been learnt of tenants so far. */
  LearntIntent intent() {
    return intent;
  }

  /** Where tenants and providers find the lessor. */
  URI site() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What providers sign their callbacks with. */
  WebhookSignatures callbackSignatures() {
    return callbacks;
  }

  LocalDate today() {
    return profile.day(clock.instant());
  }

  /** An hour of today. */
  Instant todayAt(LocalTime time) {
    return today().atTime(time).atZone(zone()).toInstant();
  }

  boolean isBusinessDay() {
    return profile.calendar().isBusinessDay(today());
  }

  /** The case that a personal link opens. */
  CaseId caseOf(URI link) {
    String path = link.getPath();
    HmacRenewalLinks.Verdict verdict =
        links.verify(path.substring(path.lastIndexOf('/') + 1), clock.instant());
    if (verdict instanceof HmacRenewalLinks.Verdict.Valid valid) {
      return valid.claims().renewalCase();
    }
    throw new IllegalStateException("a message with a link that opens nothing: " + link);
  }

  /** The personal link of a case. */
  URI linkOf(RenewalCase renewal) {
    return links.linkFor(lessor(), renewal.id(), renewal.lapsesAt());
  }

  /** A case with its contract and tenant; empty when there is none. */
  Optional<RenewalView> view(CaseId id) {
    return kit.renewals().view(id) instanceof Outcome.Accepted<RenewalView> found
        ? Optional.of(found.value())
        : Optional.empty();
  }

  Optional<Contract> contract(ContractNo no) {
    return storage.stores().contracts().find(lessor(), no);
  }

  /** Contracts for which a period begins by today that is not billed yet. */
  List<ContractNo> billableToday() {
    return storage.stores().receivables().billable(lessor(), today(), Integer.MAX_VALUE);
  }

  /** What a contract owes, and what it pays for others. */
  List<Receivable> openReceivables(ContractNo no) {
    return storage.stores().receivables().open(lessor(), no);
  }

  /** Whether all was paid that was due by day 22 before expiry, as was known when the model was asked. */
  boolean paidByDay22(Proposal proposal) {
    List<Bill> bills = new ArrayList<>();
    Contract contract = contract(proposal.contract()).orElseThrow();
    for (Optional<Contract> at = Optional.of(contract); at.isPresent(); at = predecessor(at.get())) {
      ContractNo no = at.get().no();
      List<Allocation> paid = storage.stores().payments().allocatedTo(lessor(), no);
      storage.stores().receivables().of(lessor(), List.of(no)).stream()
          .filter(each -> !each.key().charge().equals(ChargeCode.DEPOSIT))
          .forEach(each -> bills.add(Bill.of(each, paid)));
    }
    return new Dossier(
            proposal.chance().question().at(),
            zone(),
            contract.term().lastDay(),
            contract.term().start(),
            0,
            0,
            bills,
            List.of(),
            List.of(),
            List.of())
        .paidByDay22();
  }

  private Optional<Contract> predecessor(Contract contract) {
    return Optional.ofNullable(contract.links().predecessor()).flatMap(this::contract);
  }

  /** The registered tenant's name. */
  String tenantName(Contract contract) {
    return storage.stores().tenants().find(lessor(), contract.tenant()).map(Tenant::name).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
    gateway.close();
    validators.close();
    storage.close();
  }
}
