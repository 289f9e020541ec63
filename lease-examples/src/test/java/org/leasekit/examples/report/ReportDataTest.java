package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.examples.report.ReportData.Cash;
import org.leasekit.examples.report.ReportData.CashDay;
import org.leasekit.examples.report.ReportData.Curve;
import org.leasekit.examples.report.ReportData.CurvePoint;
import org.leasekit.examples.report.ReportData.Outcomes;
import org.leasekit.examples.report.ReportData.Season;
import org.leasekit.examples.report.ReportData.Stage;

class ReportDataTest {

    @Test
    void cannotBeChangedFromOutside() {
        List<Stage> stages = new ArrayList<>(SampleSeason.stages());
        ReportData data = new ReportData(SampleSeason.season(3), List.of(), SampleSeason.NO_CASES, new Curve(0, List.of()),
                stages, SampleSeason.NO_CASH, List.of(), List.of(), List.of(), Findings.NONE);
        stages.clear();
        assertThat(data.stages()).isEqualTo(SampleSeason.stages());
        assertThatThrownBy(() -> data.stages().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void curveSortsItsPointsAndNeverFallsBack() {
        CurvePoint early = new CurvePoint(20, 1, 0);
        CurvePoint late = new CurvePoint(10, 3, 2);
        assertThat(new Curve(3, List.of(late, early)).points()).containsExactly(early, late);
        refused(() -> new Curve(2, List.of(early, late)), "more than 2 cases");
        refused(() -> new Curve(3, List.of(early, early)), "fall back");
        refused(() -> new Curve(3, List.of(late, new CurvePoint(5, 2, 2))), "fall back");
        refused(() -> new Curve(3, List.of(late, new CurvePoint(5, 3, 1))), "fall back");
    }

    @Test
    void cashSortsItsDaysAndHasEachOnce() {
        CashDay first = new CashDay(SampleSeason.START, BigDecimal.ONE, BigDecimal.ZERO, false);
        CashDay second = new CashDay(SampleSeason.START.plusDays(1), BigDecimal.ONE, BigDecimal.ZERO, false);
        assertThat(new Cash(List.of(second, first), "").days()).containsExactly(first, second);
        refused(() -> new Cash(List.of(first, first), ""), "twice: 2026-01-20");
    }

    @Test
    void countsAreNotNegative() {
        refused(() -> new Outcomes(0, -1, 0, 0), "declined");
        refused(() -> new CurvePoint(0, -1, 0), "responded");
        refused(() -> new Stage("s", 3, 0, 0, 0, -1), "renewed");
        refused(() -> new Curve(-1, List.of()), "cases");
        assertThat(new Outcomes(1, 2, 3, 4).total()).isEqualTo(10);
    }

    @Test
    void seasonHasADay() {
        refused(() -> new Season("G", SampleSeason.PLACE, SampleSeason.START, SampleSeason.START, List.of(), 1, "CNY", 0, 0), "endExclusive");
    }

    private static void refused(Runnable what, String message) {
        assertThatIllegalArgumentException().isThrownBy(what::run).withMessageContaining(message);
    }
}
