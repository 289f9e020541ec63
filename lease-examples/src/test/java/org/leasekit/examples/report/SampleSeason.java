package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.leasekit.examples.report.ReportData.Account;
import org.leasekit.examples.report.ReportData.Cash;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.Curve;
import org.leasekit.examples.report.ReportData.CurvePoint;
import org.leasekit.examples.report.ReportData.Master;
import org.leasekit.examples.report.ReportData.Outcome;
import org.leasekit.examples.report.ReportData.Outcomes;
import org.leasekit.examples.report.ReportData.QuarantinedRow;
import org.leasekit.examples.report.ReportData.Season;
import org.leasekit.examples.report.ReportData.Stage;
import org.leasekit.examples.report.ReportData.SubContract;

/** A season of the size that a large garage has, and its parts, for tests to take apart. */
final class SampleSeason {

    static final LocalDate START = LocalDate.of(2026, 1, 20);
    static final ReportData.UnitName PLACE = new ReportData.UnitName("Place", "车位");
    static final Cash NO_CASH = new Cash(List.of(), "Less than half of what was due came in.");
    static final Outcomes NO_CASES = new Outcomes(0, 0, 0, 0);

    private static final String[] REASONS = {
        "duplicate contract number", "unit already leased in that period", "ends before it starts",
        "no way to reach the tenant", "rent is not an amount", "no such master contract", "start date is not a date",
        "no contract number"
    };
    private static final String[] FIELDS = {
        "contract_no", "unit", "end_date", "phone", "monthly_rent", "parent_contract_no", "start_date", "contract_no"
    };

    private SampleSeason() {}

    /** Nothing happened. */
    static ReportData empty() {
        return new ReportData(season(100), List.of(), NO_CASES, new Curve(0, List.of()), List.of(), NO_CASH, List.of(),
                List.of(), List.of(), Findings.NONE);
    }

    static ReportData large() {
        return new ReportData(season(100), kpis(), new Outcomes(1012, 103, 88, 14), curve(), stages(), cash(100),
                masters(), quarantine(), accounts(), Findings.NONE);
    }

    static Season season(int days) {
        return new Season("上海中心停车场", PLACE, START, START.plusDays(days), List.of(30, 15, 3), 20260120L, "CNY", 1495, 1407);
    }

    static List<Kpi> kpis() {
        return List.of(
                Kpi.responseRate(new BigDecimal("90.84"), "1,093 of 1,203 closed cases"),
                Kpi.cycleDays(new BigDecimal("23"), "first reminder to 95 % of the signatures"),
                Kpi.disputeRate(null, "the simulated tenants raise none"),
                Kpi.staffHours(new BigDecimal("21.4"), "204 call tasks at 6 minutes, 12 visits"),
                Kpi.of("Renewal rate", "续约率", Kpi.Unit.PERCENT, new BigDecimal("84.12"), "1,012 of 1,203 closed cases"),
                Kpi.of("Reach", "触达率", Kpi.Unit.PERCENT, new BigDecimal("97.3"), "cases with a touch that arrived"),
                Kpi.of("Touches", "触达次数", Kpi.Unit.COUNT, new BigDecimal("2741"), "2.3 to a case"),
                Kpi.of("Rent of the renewed", "续约租金", Kpi.Unit.AMOUNT, new BigDecimal("9876543.2"), "first year"));
    }

    static Curve curve() {
        List<CurvePoint> points = new ArrayList<>();
        double responded = 0;
        double renewed = 0;
        for (int day = 60; day >= -3; day--) {
            double pace = day > 30 ? 0 : day > 15 ? 0.075 : day > 3 ? 0.085 : 0.16;
            responded += (1120 - responded) * pace;
            renewed += (responded * 0.93 - renewed) * (day < 0 ? 0 : 0.42);
            points.add(new CurvePoint(day, (int) responded, (int) renewed));
        }
        return new Curve(1217, points);
    }

    static List<Stage> stages() {
        return List.of(
                new Stage("d30", 30, 1217, 1064, 721, 655),
                new Stage("d15", 15, 488, 431, 268, 231),
                new Stage("d3", 3, 216, 188, 104, 83));
    }

    static Cash cash(int days) {
        SplittableRandom random = new SplittableRandom(7);
        List<CashDay> list = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate date = START.plusDays(i);
            boolean first = date.getDayOfMonth() == 1;
            boolean weekend = date.getDayOfWeek().getValue() > 5;
            long due = first ? 38_000_000 + random.nextLong(6_000_000) : random.nextLong(5) == 0 ? 0 : random.nextLong(1_900_000);
            long received = weekend ? random.nextLong(300_000) : random.nextLong(4_600_000);
            boolean pressure = received * 4 < due && due > 1_000_000;
            list.add(new CashDay(date, BigDecimal.valueOf(due, 2), BigDecimal.valueOf(received, 2), pressure));
        }
        return new Cash(list, "On such a day less than a quarter of what was due came in, and more than CNY 10,000 was due.");
    }

    static List<Master> masters() {
        String[] names = {
            "上海博雅88科技有限公司", "上海启明36文化传播有限公司", "上海博雅1物流有限公司", "上海瀚海84商贸有限公司",
            "上海天衡97物流有限公司", "上海锦程4文化传播有限公司", "上海联创18会计师事务所", "上海云帆设计有限公司"
        };
        int[] sizes = {29, 16, 7, 19, 17, 14, 29, 11};
        List<Master> masters = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            int number = 1000 + 40 * i;
            List<SubContract> subs = IntStream.rangeClosed(1, sizes[i])
                    .mapToObj(n -> sub(number + n))
                    .toList();
            BigDecimal tree = subs.stream().map(SubContract::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
            masters.add(new Master("PK202510" + number, names[i], tree, new BigDecimal("0.00"), subs));
        }
        return masters;
    }

    private static SubContract sub(int number) {
        Outcome outcome = number % 11 == 0 ? Outcome.DECLINED
                : number % 13 == 0 ? Outcome.LAPSED
                : number % 17 == 0 ? Outcome.RUNNING : number % 29 == 0 ? Outcome.OPEN : Outcome.RENEWED;
        return new SubContract("PK202410" + number, "B" + (1 + number % 3) + "-" + (100 + number % 211), outcome,
                BigDecimal.valueOf(80000 + number % 7 * 10000L, 2));
    }

    static List<QuarantinedRow> quarantine() {
        return IntStream.range(0, 88)
                .mapToObj(i -> new QuarantinedRow(1408 + i, FIELDS[i / 11], REASONS[i / 11],
                        "PK20251" + (10000 + i * 37) + ",上海中心停车场,B2-" + (100 + i) + ",王小明,person,1958-03-0" + (1 + i % 9)
                                + ",,沪A" + (10000 + i * 731) + ",1991234" + (1000 + i) + ",,,2025/3/31,2026-03-30,\"¥1,200.00\",CNY,"
                                + "1200.00,monthly,,管家丙,合租: 白天" + (i % 2 == 0 ? "" : "，车辆尺寸超限，需核对登记车牌与实际车辆是否一致")))
                .toList();
    }

    static List<Account> accounts() {
        return List.of(
                account("RECEIVABLE", "14230980.55", "13102840.50"),
                account("REVENUE", "0.00", "12630480.55"),
                account("DEPOSIT_LIABILITY", "402300.00", "1600500.00"),
                account("CASH", "13160940.50", "402300.00"),
                account("UNAPPLIED_CASH", "0.00", "58100.00"));
    }

    static Account account(String name, String debit, String credit) {
        return new Account(name, new BigDecimal(debit), new BigDecimal(credit));
    }
}
