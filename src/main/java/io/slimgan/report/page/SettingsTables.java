package io.slimgan.report.page;

import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsSchema;
import io.slimgan.config.SettingsTexts;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.page.Page.Cell;
import io.slimgan.report.page.Page.Row;
import io.slimgan.report.page.Page.Table;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What decided the figures: settings and protocol, a column per run; lines that differ are marked. */
final class SettingsTables {

    private SettingsTables() {}

    static Table settings(List<ReportedRun> runs) {
        List<Map<String, String>> texts =
                runs.stream().map(r -> SettingsTexts.of(r.settings())).toList();
        List<Row> rows = new ArrayList<>();
        for (SettingsField field : SettingsSchema.fields()) {
            rows.add(row(
                    field.path(),
                    texts.stream().map(t -> t.getOrDefault(field.path(), "")).toList()));
        }
        return new Table(head(runs, "Setting"), rows);
    }

    static Table protocol(List<ReportedRun> runs) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("checkpoint step", runs, r -> Figures.count(r.step())));
        rows.add(row("weights SHA-256", runs, ReportedRun::weights));
        rows.add(row("run's seed", runs, r -> Long.toString(r.settings().seed())));
        add(rows, runs, "generated images", p -> Figures.count(p.samples()));
        add(rows, runs, "real images", p -> p.realSamples() == 0 ? "none" : Figures.count(p.realSamples()));
        add(rows, runs, "measured against", p -> p.against().isEmpty() ? "nothing" : p.against() + " " + p.split());
        add(rows, runs, "feature network", SettingsTables::network);
        add(rows, runs, "network SHA-256", MeasuringProtocol::featuresHash);
        add(rows, runs, "tap", p -> p.tap() == 0 ? "–" : p.tap() + " features");
        add(rows, runs, "preprocessing", p -> p.preprocessing().code());
        add(rows, runs, "quantisation", p -> p.quantisation().code());
        add(rows, runs, "image size", p -> p.imageSize() + " pixels");
        add(
                rows,
                runs,
                "measuring seed",
                p -> p.seeds() > 1 ? p.seed() + " and " + (p.seeds() - 1) + " more" : "" + p.seed());
        return new Table(head(runs, "Protocol"), rows);
    }

    private static String network(MeasuringProtocol protocol) {
        return protocol.features().isEmpty()
                ? "none"
                : protocol.features() + (protocol.comparable() ? "" : " (not comparable with papers)");
    }

    private static List<String> head(List<ReportedRun> runs, String first) {
        List<String> head = new ArrayList<>(List.of(first));
        for (int i = 0; i < runs.size(); i++) {
            head.add(
                    runs.size() > 1
                            ? PageWriter.letter(i) + " · " + runs.get(i).name()
                            : runs.get(i).name());
        }
        return head;
    }

    private static void add(
            List<Row> rows, List<ReportedRun> runs, String label, Function<MeasuringProtocol, String> text) {
        rows.add(row(label, runs, r -> text.apply(r.protocol())));
    }

    private static Row row(String label, List<ReportedRun> runs, Function<ReportedRun, String> text) {
        return row(label, runs.stream().map(text).toList());
    }

    private static Row row(String label, List<String> texts) {
        boolean differs = texts.stream().distinct().count() > 1;
        return new Row(label, "", differs, texts.stream().map(Cell::of).toList());
    }
}
