package io.slimgan.session;

import io.slimgan.report.mic.MicReport;
import java.util.concurrent.CompletableFuture;

/** A report on its way. For any thread; nothing here blocks. */
public interface ReportJob {

    /** How far it is; to be polled. */
    EvaluationProgress progress();

    /** Ends it within seconds. What was measured before is kept. Does nothing once it is done. */
    void cancel();

    /**
     * The report, completed on a background thread; exceptionally with a {@link io.slimgan.base.UserError} where the user
     * can put it right, and with a {@link java.util.concurrent.CancellationException} after {@link #cancel}.
     */
    CompletableFuture<MicReport> result();
}
