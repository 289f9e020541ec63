package org.leasekit.examples.season;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Makes a portfolio of what a table of sites says, as an office would have it in a spreadsheet: the columns are those
 * of the import. Same table and day, same portfolio.
 */
final class PortfolioGenerator {
  private static final String HEADER =
      "contract_no,project,unit,tenant_name,tenant_type,birth_date,occupant_name,plate_no,phone,wecom_id,"
          + "email,start_date,end_date,monthly_rent,currency,deposit,billing_cycle,parent_contract_no,"
          + "steward,remark";
  private static final List<String> FAMILY =
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙");
  private static final List<String> GIVEN =
      List.of("伟", "芳", "娜", "敏", "静", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明");
  private static final long SEED = 20_260_101;
  private static final double HAS_WECOM = 0.45;
  private static final double WRONG_ROWS = 0.004;
  private static final int OLDEST = 84;
  private static final int YOUNGEST = 22;

  private final LocalDate asOf;
  private final String prefix;
  private int number;

  private PortfolioGenerator(LocalDate asOf, String prefix) {
    this.asOf = asOf;
    this.prefix = prefix;
  }

  /**
   * Units of one kind at one site.
   *
   * @param units names begin so
   * @param count how many there are
   * @param let share of them that is let
   * @param rent monthly, plain decimal
   * @param months lengths of terms, each as common as the others
   * @param cycles ways to pay, each as common as the others
   * @param companies let to companies below one master contract each, so many units to each; 0 for none
   */
  private record Kind(
      String project,
      String units,
      int count,
      double let,
      String rent,
      String currency,
      List<String> months,
      List<String> cycles,
      int companies,
      String steward) {

    static Kind of(List<String> row) {
      return new Kind(
          row.get(0),
          row.get(1),
          Integer.parseInt(row.get(2)),
          Double.parseDouble(row.get(3)),
          row.get(4),
          row.get(5),
          List.of(row.get(6).split(";")),
          List.of(row.get(7).split(";")),
          Integer.parseInt(row.get(8)),
          row.get(9));
    }
  }

  /**
   * Writes a portfolio.
   *
   * @param asOf a day that every lease runs on
   */
  static void write(Business business, LocalDate asOf, Path file) throws IOException {
    PortfolioGenerator generator =
        new PortfolioGenerator(asOf, business.text("number.prefix"));
    try (CsvFile csv = new CsvFile(file, HEADER, business.zone())) {
      for (List<String> row : DataFile.rows(business.file(business.text("sites")))) {
        generator.write(Kind.of(row), csv);
      }
    }
  }

  private void write(Kind kind, CsvFile csv) {
    String master = "";
    Dice company = new Dice(SEED, "none");
    for (int i = 1; i <= kind.count(); i++) {
      String unit = kind.units() + String.format(Locale.ROOT, "%03d", i);
      Dice dice = new Dice(SEED, kind.project() + "/" + unit);
      if (!dice.chance(kind.let())) {
        continue;
      }
      if (kind.companies() > 0 && (i - 1) % kind.companies() == 0) {
        company = new Dice(SEED, "company of " + kind.project() + "/" + unit);
        master = master(kind, company, csv);
      }
      if (kind.companies() > 0) {
        // all below one master end with it, so they throw the master's dice
        lease(kind, unit, master, dice, new Dice(SEED, master), csv);
      } else {
        lease(kind, unit, "", dice, dice, csv);
      }
    }
  }

  private String master(Kind kind, Dice dice, CsvFile csv) {
    String no = next();
    LocalDate[] term = term(kind, new Dice(SEED, no));
    csv.row(
        no, kind.project(), "", companyName(dice), "company", "", "", "", phone(dice), "", "",
        term[0], term[1], "0.00", kind.currency(), "0", kind.cycles().get(0), "", kind.steward(),
        "母合同");
    return no;
  }

  private void lease(Kind kind, String unit, String master, Dice dice, Dice termDice, CsvFile csv) {
    LocalDate[] term = term(kind, termDice);
    boolean person = master.isEmpty();
    int age = dice.between(YOUNGEST, OLDEST);
    boolean wrong = dice.chance(WRONG_ROWS);
    csv.row(
        next(),
        kind.project(),
        unit,
        person ? name(dice) : companyName(new Dice(SEED, "name of " + master)),
        person ? "person" : "company",
        person ? asOf.minusYears(age).minusDays(dice.between(0, 364)) : "",
        "",
        "",
        phone(dice),
        dice.chance(HAS_WECOM) ? "wm" + dice.between(10_000_000, 99_999_999) : "",
        "",
        term[0],
        // a slip of the pen, as spreadsheets have them: the term ends before it begins
        wrong ? term[0].minusDays(1) : term[1],
        kind.rent(),
        kind.currency(),
        kind.rent(),
        kind.cycles().get(dice.between(0, kind.cycles().size() - 1)),
        master,
        kind.steward(),
        "");
  }

  private String next() {
    number++;
    return prefix + String.format(Locale.ROOT, "%06d", number);
  }

  /** First and last day of a term that has begun and not ended on the day. */
  private LocalDate[] term(Kind kind, Dice dice) {
    int months = Integer.parseInt(kind.months().get(dice.between(0, kind.months().size() - 1)));
    int days = (int) (asOf.plusMonths(months).toEpochDay() - asOf.toEpochDay());
    LocalDate start = asOf.minusDays(dice.between(0, days - 1));
    return new LocalDate[] {start, start.plusMonths(months).minusDays(1)};
  }

  private static String name(Dice dice) {
    return FAMILY.get(dice.between(0, FAMILY.size() - 1)) + GIVEN.get(dice.between(0, GIVEN.size() - 1));
  }

  private static String companyName(Dice dice) {
    return FAMILY.get(dice.between(0, FAMILY.size() - 1))
        + GIVEN.get(dice.between(0, GIVEN.size() - 1))
        + dice.between(10, 99)
        + "贸易有限公司";
  }

  private static String phone(Dice dice) {
    return "199" + dice.between(10_000_000, 99_999_999);
  }
}
