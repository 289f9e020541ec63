package org.leasekit.examples.season;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.QuietHours;
import org.leasekit.examples.report.ReportData;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.IntentModel;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Absence;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.MarketTable;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.RenewalPolicies;

/**
 * What is let, as data: one business differs from another in the files of its folder and in nothing else.
 *
 * @param name of the story, and of the folder with its data
 * @param settings of {@code story.properties} there
 */
public record Business(String name, Properties settings) {
  private static final String ROOT = "/org/leasekit/examples/";
  private static final String CODE_SECRET = "the example's secret for discount codes";

  /** The business whose data lie in a folder of that name. */
  public static Business of(String name) {
    Properties settings = new Properties();
    try (InputStream in = open(name, "story.properties");
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      settings.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Business(name, settings);
  }

  private static InputStream open(String folder, String file) {
    return Objects.requireNonNull(
        Business.class.getResourceAsStream(ROOT + folder + "/" + file),
        () -> "resource is missing: " + folder + "/" + file);
  }

  /** A file of the business's folder. */
  InputStream file(String file) {
    return open(name, file);
  }

  /** What the tenants see as the sender's name. */
  String title() {
    return "leasekit " + name;
  }

  /** One sentence for the help. */
  String description() {
    return text("description");
  }

  LessorId lessor() {
    return new LessorId(name);
  }

  ZoneId zone() {
    return ZoneId.of(text("zone"));
  }

  /** Days before the last day of a term. */
  List<Integer> stages() {
    return numbers("stages");
  }

  /** First simulated day; null to begin before the portfolio's commonest last day. */
  @Nullable LocalDate start() {
    String day = settings.getProperty("start");
    return day == null ? null : LocalDate.parse(day.strip());
  }

  /** A heading for all sites together; empty when the commonest one stands for all. */
  Optional<String> label() {
    return Optional.ofNullable(settings.getProperty("label"));
  }

  /** How many days before the first stage early birds are told; 0 when there are none. */
  int earlyBirdDays() {
    return Integer.parseInt(settings.getProperty("early-bird.days-earlier", "0"));
  }

  /** What early birds get off the rent, in hundredths of a percent; 0 when there are none. */
  int earlyBirdDiscount() {
    return Integer.parseInt(settings.getProperty("early-bird.discount", "0"));
  }

  /** The same, but that everybody who could be told early is held back. */
  Business withNobodyToldEarly() {
    return with("early-bird.held-back", "1");
  }

  /** What it calls one of what it lets. */
  ReportData.UnitName unit() {
    return new ReportData.UnitName(text("unit"), text("unit.zh"));
  }

  /** Whether the field reports figures of such a business. */
  boolean hasFieldFigures() {
    return Boolean.parseBoolean(settings.getProperty("field", "false"));
  }

  /** The file of a portfolio that is shipped; null when one is made. */
  @Nullable String portfolio() {
    return settings.getProperty("portfolio");
  }

  /**
   * Writes the story's portfolio: the one that is shipped, or one that is made of a table of sites.
   *
   * @param asOf a day that the leases of a made one run on; null for the story's start
   */
  void writePortfolio(@Nullable LocalDate asOf, Path to) throws IOException {
    String shipped = portfolio();
    if (shipped == null) {
      LocalDate day = asOf == null ? start() : asOf;
      PortfolioGenerator.write(
          this, Objects.requireNonNull(day, "a made portfolio needs a start"), to);
      return;
    }
    try (InputStream in = file(shipped)) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The profile of its lessor. */
  LessorProfile profile(List<Integer> stages, long seed, IntentModel intent) {
    return LessorProfile.standard(
            lessor(), zone(), Locale.forLanguageTag(text("locale")), ShippedCalendars.china())
        .withRenewalPolicy(ladder(stages))
        .withOutreach(Outreach.STANDARD.withTop(supervisor()))
        .withOffers(pricing(), offers(seed, intent));
  }

  private EscalationPolicy ladder(List<Integer> stages) {
    EscalationPolicy ladder = RenewalPolicies.ladder(stages, zone());
    return quiet().map(ladder::withQuiet).orElse(ladder);
  }

  /** When nothing is sent, where that is another time than usual. */
  Optional<QuietHours> quiet() {
    return Optional.ofNullable(settings.getProperty("quiet"))
        .map(hours -> hours.split("-", -1))
        .map(ends -> new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
  }

  /** Share of the stages at which the storage fails the first time, 0 to 1. */
  double outages() {
    return Double.parseDouble(settings.getProperty("outages", "0"));
  }

  /** The same with another setting. */
  Business with(String setting, String value) {
    Properties changed = new Properties();
    changed.putAll(settings);
    changed.setProperty(setting, value);
    return new Business(name, changed);
  }

  /** Who approves offers, and does what nobody else is there for. */
  StaffId supervisor() {
    return new StaffId(text("supervisor"));
  }

  /** Who is away when, and who stands in; whole days of the lessor's zone. */
  List<Absence> absences() {
    return DataFile.rows(file(text("absences"))).stream()
        .map(
            row ->
                new Absence(
                    lessor(),
                    new StaffId(row.get(0)),
                    LocalDate.parse(row.get(1)).atStartOfDay(zone()).toInstant(),
                    LocalDate.parse(row.get(2)).atStartOfDay(zone()).toInstant(),
                    row.get(3).isEmpty() ? null : new StaffId(row.get(3))))
        .toList();
  }

  private PricingStrategy pricing() {
    PricingStrategy rule = PricingStrategies.UNCHANGED;
    if (settings.containsKey("price.market")) {
      rule = PricingStrategies.market(market(text("price.market")));
    } else if (settings.containsKey("price.change")) {
      rule = PricingStrategies.changed(Integer.parseInt(text("price.change")));
    }
    if (settings.containsKey("price.bounds")) {
      List<Integer> bounds = numbers("price.bounds");
      rule = PricingStrategies.bounded(rule, bounds.get(0), bounds.get(1));
    }
    return rule;
  }

  private OfferPolicy offers(long seed, IntentModel intent) {
    return new OfferPolicy(
        OfferLimits.STANDARD, intent, earlyBird(seed), personalCode());
  }

  private @Nullable EarlyBird earlyBird(long seed) {
    if (!settings.containsKey("early-bird.threshold")) {
      return null;
    }
    return new EarlyBird(
        Double.parseDouble(text("early-bird.threshold")),
        Integer.parseInt(text("early-bird.days-earlier")),
        Double.parseDouble(text("early-bird.held-back")),
        Integer.parseInt(text("early-bird.discount")),
        Integer.parseInt(text("early-bird.open-days")),
        seed);
  }

  private OfferPolicy.@Nullable PersonalCode personalCode() {
    return settings.containsKey("code.discount")
        ? new OfferPolicy.PersonalCode(
            Integer.parseInt(text("code.discount")),
            Integer.parseInt(text("code.days")),
            CODE_SECRET)
        : null;
  }

  /** Rows of a rate table: project, unit prefix, from, rent, currency. */
  private MarketTable market(String file) {
    List<MarketTable.Row> rows = new ArrayList<>();
    for (List<String> row : DataFile.rows(file(file))) {
      rows.add(
          new MarketTable.Row(
              row.get(0).isEmpty() ? null : row.get(0),
              row.get(1),
              LocalDate.parse(row.get(2)),
              amount(row.get(3), row.get(4))));
    }
    return new MarketTable(rows);
  }

  /** What can be taken beside a unit. */
  List<AddOn> addOns() {
    if (!settings.containsKey("add-ons")) {
      return List.of();
    }
    return DataFile.rows(file(text("add-ons"))).stream()
        .map(
            row ->
                AddOn.of(
                    lessor(),
                    row.get(0),
                    row.get(1),
                    amount(row.get(2), row.get(3)),
                    Integer.parseInt(row.get(4))))
        .toList();
  }

  private static MonetaryAmount amount(String plain, String currency) {
    return MinorUnits.amount(
        new BigDecimal(plain).movePointRight(2).longValueExact(), currency);
  }

  /** Share of the contracts in which something changes in mid-season, 0 to 1. */
  double changes() {
    return Double.parseDouble(settings.getProperty("changes", "0"));
  }

  /** A setting that has to be there. */
  String text(String key) {
    return Objects.requireNonNull(
            settings.getProperty(key), () -> name + "/story.properties: missing: " + key)
        .strip();
  }

  private List<Integer> numbers(String key) {
    return Stream.of(text(key).split(",")).map(String::strip).map(Integer::valueOf).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
