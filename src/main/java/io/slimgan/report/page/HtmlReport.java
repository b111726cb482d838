package io.slimgan.report.page;

import io.slimgan.report.mic.MicReport;
import java.nio.charset.StandardCharsets;

/**
 * A report as one HTML file that needs nothing else: images and charts lie inside, nothing is loaded, no script runs, and
 * it follows the reader's light or dark theme. For any thread.
 */
public final class HtmlReport {

    private static final int SCALE = 2;

    private HtmlReport() {}

    /** The file's bytes, UTF-8; equal reports give equal bytes, and the date stands on a line of its own. */
    public static byte[] encode(MicReport report) {
        ChartShelf charts = new ChartShelf();
        Page page = new PageWriter(report, charts, SCALE).page();
        return Pages.fill(page, false).getBytes(StandardCharsets.UTF_8);
    }
}
