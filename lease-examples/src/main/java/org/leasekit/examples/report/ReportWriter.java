package org.leasekit.examples.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report of a season as one page that needs nothing but itself. */
public final class ReportWriter {

    /** What the page is called in its directory. */
    public static final String FILE_NAME = "report.html";

    private ReportWriter() {}

    /**
     * Writes {@code report.html}, in UTF-8. The same data gives the same bytes. A file of that name is replaced.
     *
     * @param outDir where to; created if it is missing
     * @param data what to show
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public static Path write(Path outDir, ReportData data) throws IOException {
        Files.createDirectories(outDir);
        return Files.writeString(outDir.resolve(FILE_NAME), Page.render(data), StandardCharsets.UTF_8);
    }
}
