package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.page.ReportFiles;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.ReportRequest;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the mIC report of runs. */
@Command(
        name = "report",
        description =
                "Writes the mIC report of one to four runs: how consistent their widths are, how good and how costly each"
                        + " is. What was measured before is found again; the same checkpoint gives the same files but for"
                        + " their date.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class ReportCommand implements Callable<Integer> {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(
            paramLabel = "RUN|CHECKPOINT",
            arity = "1..*",
            description = "Run folders or names in --workspace, or checkpoint folders; up to four, side by side.")
    private List<String> runs = List.of();

    @Mixin
    private SubjectOptions subject;

    @Mixin
    private MeasuringOptions measuring;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FOLDER|FILE",
            description = "A folder for all four forms, or one file that ends in .html, .pdf, .json or .csv.")
    private Path out;

    @Spec
    private CommandSpec spec;

    ReportCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public Integer call() {
        ReportFiles.targets(out); // an ending that is none is refused before an hour of measuring
        List<EvaluationSubject.Checkpoint> found = checkpoints();
        try (EngineRoom room = engineRooms.get()) {
            ReportRequest request = new ReportRequest(
                    found,
                    subject.against(),
                    measuring.plan(ReportRequest.METRICS, room::featureWeights),
                    subject.threads(),
                    subject.mayReuse());
            Optional<MicReport> report = EvaluationWatch.of(
                            room.report(request), Terminal.of(spec.commandLine().getErr()))
                    .untilEnd();
            report.ifPresent(this::write);
            return report.isPresent() ? 0 : Failures.INTERRUPTED;
        }
    }

    private List<EvaluationSubject.Checkpoint> checkpoints() {
        if (runs.size() > MicReport.MOST_RUNS) {
            throw new UserError("A report holds up to " + MicReport.MOST_RUNS + " runs side by side, not " + runs.size()
                    + "; name fewer.");
        }
        List<EvaluationSubject.Checkpoint> found = new ArrayList<>();
        for (String typed : runs) {
            if (!(subject.of(typed) instanceof EvaluationSubject.Checkpoint one)) {
                throw new UserError(
                        typed + " is no run; a report is of runs, by their folders or names in --workspace.");
            }
            found.add(one);
        }
        return found;
    }

    private void write(MicReport report) {
        PrintWriter said = spec.commandLine().getOut();
        Set<Path> before =
                ReportFiles.targets(out).stream().filter(Files::exists).collect(Collectors.toSet());
        ReportFiles.write(report, out)
                .forEach(file -> said.println((before.contains(file) ? "Replaced " : "Wrote ") + file));
        said.flush();
    }
}
