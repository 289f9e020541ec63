package org.leasekit.benchmarks;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.LeaseKit;
import org.leasekit.application.ImportOptions;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.files.QuarantineFile;
import org.leasekit.files.TableSources;
import org.leasekit.intake.ImportReport;
import org.leasekit.jdbc.JdbcStores;
import org.leasekit.memory.SettableClock;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;
import org.leasekit.port.UnitOfWork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The import of a long table into H2 on disk, or into nothing, in a machine of 256 MiB in all: masters behind what is
 * below them, one row in a hundred quarantined into a file. Once, cold. The most that the heap held is printed; with a
 * tenth of the rows it is about the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
public class MillionRowsBenchmark {

    /** Stores that take everything and keep nothing: what is left is the import itself. */
    private static final String FORGETFUL = "forgetful";

    private static final int SUBS_PER_MASTER = 1_000;
    private static final int ROWS_PER_BAD = 100;
    private static final long MEBIBYTE = 1L << 20;

    @Param({"100000", "1000000"})
    int rows;

    /** A dry run asks the store and leaves it empty, so that every row has to be remembered by the import. */
    @Param({"true", "false"})
    boolean dryRun;

    @Param({FORGETFUL, "h2"})
    String store;

    private Path folder;
    private Path table;
    private JdbcConnectionPool pool;
    private LeaseKit kit;

    /** Writes the table and opens an empty store. */
    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("leasekit-rows");
        table = folder.resolve("rows.csv");
        write();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.resolve("store") + ";CACHE_SIZE=16384");
        pool = JdbcConnectionPool.create(h2);
        kit = kit();
        ManagementFactory.getMemoryPoolMXBeans().forEach(each -> each.resetPeakUsage());
    }

    private LeaseKit kit() {
        LessorProfile profile = LessorProfile.standard(
                new LessorId("bench"), ZoneId.of("Asia/Shanghai"), Locale.ENGLISH, ShippedCalendars.china());
        return LeaseKit.builder()
                .profile(profile)
                .stores(
                        store.equals(FORGETFUL)
                                ? forgetful(Stores.class)
                                : JdbcStores.builder(pool).migrate(true).build())
                .gateway(message -> MessageGateway.Delivery.DELIVERED)
                .links((lessor, renewalCase, expires) -> URI.create("https://bench.example/"))
                .validator(Validation.byProvider(HibernateValidator.class)
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()
                        .getValidator())
                .clock(new SettableClock(Instant.parse("2026-01-20T02:00:00Z")))
                .build();
    }

    /** Answers as an empty store does, or with another forgetful one. */
    private static <T> T forgetful(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, given);
            }
            if (given != null && given[0] instanceof Supplier<?> work && type == UnitOfWork.class) {
                return work.get();
            }
            Class<?> answer = method.getReturnType();
            if (answer == Contracts.Added.class) {
                return Contracts.Added.ADDED;
            }
            if (answer == boolean.class) {
                return true;
            }
            if (answer == void.class) {
                return null;
            }
            return answer == List.class ? List.of()
                    : answer == Map.class ? Map.of() : answer == Optional.class ? Optional.empty() : forgetful(answer);
        }));
    }

    private void write() throws IOException {
        try (Writer out = Files.newBufferedWriter(table)) {
            out.write("contract_no,project,unit,tenant_name,tenant_type,phone,start_date,end_date,monthly_rent,"
                    + "billing_cycle,parent_contract_no,remark\n");
            for (int i = 0; i < rows; i++) {
                boolean master = i % SUBS_PER_MASTER == SUBS_PER_MASTER - 1;
                String no = "C" + i;
                String parent = "C" + (i / SUBS_PER_MASTER * SUBS_PER_MASTER + SUBS_PER_MASTER - 1);
                String rent = i % ROWS_PER_BAD == 0 ? "?" : "1200.00";
                out.write(String.join(",", no, "P" + i % 50, master ? "" : "U" + i, "Tenant " + i, "company",
                        "1380000" + i % 10_000, "2026-01-01", "2026-12-31", rent, "monthly",
                        master || i % 2 == 0 ? "" : parent, master ? "母合同" : ""));
                out.write('\n');
            }
        }
    }

    /** From file to store. */
    @Benchmark
    public ImportReport imported() {
        ImportOptions options = dryRun ? ImportOptions.STANDARD.asDryRun() : ImportOptions.STANDARD;
        try (QuarantineFile bad = QuarantineFile.create(folder.resolve("quarantine.csv"), Locale.ENGLISH)) {
            ImportReport report = kit.imports()
                    .importPortfolio(TableSources.open(table), options.withRows(bad))
                    .orElseThrow();
            if (report.rows() != rows || report.refused() != rows / ROWS_PER_BAD) {
                throw new IllegalStateException(report.accepted() + " accepted, " + report.refused() + " refused");
            }
            return report;
        }
    }

    /** Says how much was held and clears away. */
    @TearDown
    public void close() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP)
                .mapToLong(each -> each.getPeakUsage().getUsed())
                .sum();
        long kept = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP && each.getCollectionUsage() != null)
                .mapToLong(each -> each.getCollectionUsage().getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "%nheap: at most %d MiB used, %d MiB left by the last collections%n",
                heap / MEBIBYTE, kept / MEBIBYTE);
        pool.dispose();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : files) {
            Files.delete(each);
        }
    }
}
