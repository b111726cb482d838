package io.slimgan.report.page;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.UserError;
import io.slimgan.report.mic.CsvReport;
import io.slimgan.report.mic.JsonReport;
import io.slimgan.report.mic.MicReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Puts a report onto the disk in the forms that were asked for. For any thread; takes a second or two. */
public final class ReportFiles {

    /** A dot and letters: whoever types them means a file, of which a folder of that name would be a surprise. */
    private static final Pattern FILE_ENDING = Pattern.compile("[^.]\\.\\p{L}+$");

    private ReportFiles() {}

    /** The forms of a report. */
    private enum Form {
        HTML("html", HtmlReport::encode),
        PDF("pdf", PdfReport::encode),
        JSON("json", JsonReport::encode),
        CSV("csv", CsvReport::encode);

        private final String ending;
        private final Function<MicReport, byte[]> encoder;

        Form(String ending, Function<MicReport, byte[]> encoder) {
            this.ending = ending;
            this.encoder = encoder;
        }
    }

    /**
     * The files that {@link #write} would write.
     *
     * @param out a file that ends in .html, .pdf, .json or .csv, or a folder, which gets all four
     * @throws UserError if it ends in a dot and other letters, or is a file of another kind, and is no folder
     */
    public static List<Path> targets(Path out) {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        for (Form form : Form.values()) {
            if (name.endsWith("." + form.ending) && !Files.isDirectory(out)) {
                return List.of(out);
            }
        }
        if (Files.isRegularFile(out) || (FILE_ENDING.matcher(name).find() && !Files.isDirectory(out))) {
            throw new UserError(out
                    + " is a file of another kind; name a folder, or a file that ends in .html, .pdf, .json or .csv.");
        }
        return List.of(Form.values()).stream()
                .map(form -> out.resolve("mic-report." + form.ending))
                .toList();
    }

    /**
     * Writes or replaces the report's files and tells which.
     *
     * @param out see {@link #targets}
     * @throws UserError if the disk does not take them
     */
    public static List<Path> write(MicReport report, Path out) {
        List<Path> targets = targets(out);
        for (Path target : targets) {
            AtomicFiles.write(target, form(target).encoder.apply(report));
        }
        return targets;
    }

    private static Form form(Path target) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        for (Form form : Form.values()) {
            if (name.endsWith("." + form.ending)) {
                return form;
            }
        }
        throw new IllegalArgumentException(target + " is no form of a report.");
    }
}
