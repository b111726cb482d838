package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over the engine that really computes and measures, on tiny runs of the built-in images. */
class ReportCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        String config =
                Files.writeString(folder.resolve("tiny.yaml"), TinyRun.SETTINGS).toString();
        for (String name : List.of("first", "second")) {
            assertThat(slimgan("train", config, "--run", name).exitCode()).isZero();
        }
    }

    private static CommandLineRun slimgan(String... args) {
        return TinyRun.slimgan(folder, args);
    }

    @Test
    void twoRunsGiveFourFilesThatAreTheSameTheSecondTime() throws IOException {
        Path out = folder.resolve("out");
        CommandLineRun first =
                slimgan("report", "first", "second", "--samples", "20", "--threads", "1", "--out", out.toString());

        assertThat(first.exitCode()).isZero();
        assertThat(first.out().lines()).hasSize(4);
        String html = Files.readString(out.resolve("mic-report.html"));
        assertThat(html).contains("A", "first", "second", "Side by side", "mIC*-20", "FID*-20", "VoL-20");
        byte[] csv = Files.readAllBytes(out.resolve("mic-report.csv"));

        assertThat(slimgan("report", "first", "second", "--samples", "20", "--threads", "1", "--out", out.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(out.resolve("mic-report.csv"))).isEqualTo(csv);
        List<String> again =
                Files.readString(out.resolve("mic-report.html")).lines().toList();
        List<String> before = html.lines().toList();
        assertThat(again).hasSameSizeAs(before);
        int date = before.indexOf("<p class=\"date\">") + 1;
        for (int i = 0; i < before.size(); i++) {
            if (i != date) {
                assertThat(again.get(i)).as("line %d", i).isEqualTo(before.get(i));
            }
        }
    }

    @Test
    void wrongInputIsRefusedBeforeAnythingIsMeasured() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(slimgan("report", "first", "--out", text.toString()).err())
                .contains("notes.txt", ".html, .pdf, .json or .csv");
        Path unknown = folder.resolve("x.docx");
        assertThat(slimgan("report", "first", "--out", unknown.toString()).err())
                .contains("x.docx", "folder", ".html, .pdf, .json or .csv");
        assertThat(unknown).doesNotExist();
        assertThat(slimgan("report", "first", "first", "first", "first", "first", "--out", "x.html")
                        .err())
                .contains("up to 4 runs");
        assertThat(slimgan("report", "nobody", "--out", "x.html").exitCode()).isNotZero();
        assertThat(Files.readString(text)).isEqualTo("mine");
    }
}
