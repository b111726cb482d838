package io.slimgan.report.page;

import java.util.List;

/**
 * What the template shows: texts that are written already, so that the template decides only where they stand. Its
 * records are public because the template engine reads only public types; nobody else needs them. What is absent is an
 * empty text or list.
 *
 * @param title of the document
 * @param date when it was made, or empty
 * @param version of the program
 * @param cards one per run
 * @param scale what the heat maps' colours mean, or empty
 * @param pairLabel what the heat maps show: IC, with a star where need be
 * @param comparison figures side by side, without rows for a single run
 * @param caution why runs cannot be compared, or empty
 * @param together what the individual runs are together, in a list of one; an empty one where there are none
 * @param runs in order
 * @param settings all settings, a column per run
 * @param protocol what decided the figures, a column per run
 * @param notes how to read it
 */
public record Page(
        String title,
        String date,
        String version,
        List<Card> cards,
        List<String> scale,
        String pairLabel,
        Table comparison,
        String caution,
        List<Together> together,
        List<Run> runs,
        Table settings,
        Table protocol,
        List<String> notes) {

    /** A run's most important figure, and its heat map when there are several runs. */
    public record Card(
            String number, String name, String detail, String label, String figure, String interval, Heat heat) {}

    /** A table; {@code head} has one text more than rows have cells: the first is of the labels. */
    public record Table(List<String> head, List<Row> rows) {}

    /** A line of a table; {@code marked} where it deserves a look. */
    public record Row(String label, String hint, boolean marked, List<Cell> cells) {}

    /** A cell: its figure, whether it is the best, and the length of a bar in percent or -1. */
    public record Cell(String text, boolean best, int bar) {

        static Cell of(String text) {
            return new Cell(text, false, -1);
        }
    }

    /** A matrix of colours, without rows where there is none. */
    public record Heat(List<String> labels, List<HeatRow> rows) {}

    /** A line of a heat map. */
    public record HeatRow(String label, List<HeatCell> cells) {}

    /** A cell of a heat map with its colours. */
    public record HeatCell(String text, String colour, String ink) {}

    /** Pictures in rows; each a data address. {@code classes} are those of the columns, none for a run without. */
    public record Pictures(
            String title, String hint, List<String> heads, List<String> classes, List<PictureRow> rows) {}

    /** A row of pictures. */
    public record PictureRow(String label, List<String> sources) {}

    /** A chart: its drawing for browsers as SVG, and the name by which the paper's layout finds it. */
    public record ChartBlock(String name, String title, String hint, String svg, List<LegendEntry> legend) {}

    /** A curve's name and its colour as a number of the palette. */
    public record LegendEntry(String label, int colour, String css) {}

    /** Individual runs' consistency; {@code letters} are those of the runs. */
    public record Together(
            String name, String letters, String pairLabel, Heat heat, String micName, String mic, String interval) {}

    /** One run's part. */
    public record Run(
            String number,
            String name,
            String detail,
            List<String> remarks,
            String pairLabel,
            String micName,
            String mic,
            String interval,
            Heat heat,
            Table neighbours,
            Table quality,
            List<Pictures> strips,
            Pictures samples,
            List<ChartBlock> charts) {}
}
