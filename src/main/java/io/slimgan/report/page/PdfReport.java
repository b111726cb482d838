package io.slimgan.report.page;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import io.slimgan.base.ProgramVersion;
import io.slimgan.base.Sha256;
import io.slimgan.report.mic.JsonReport;
import io.slimgan.report.mic.MicReport;
import java.awt.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * A report as PDF on A4: the page of {@link HtmlReport} with a style sheet for paper, charts as vectors, letters
 * embedded. Equal reports give equal bytes: neither the clock nor chance has a place in the file but for the report's own
 * date. For any thread.
 */
public final class PdfReport {

    private static final Logger LOG = LoggerFactory.getLogger(PdfReport.class);

    /** Enough pixels for print: an image of 32 pixels stands about 12 mm wide. */
    private static final int SCALE = 4;

    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;
    private static final int BOLD_WEIGHT = 700;
    private static final int REGULAR_WEIGHT = 400;

    private PdfReport() {}

    /** The file's bytes. */
    public static byte[] encode(MicReport report) {
        ChartShelf charts = new ChartShelf();
        Page page = new PageWriter(report, charts, SCALE).page();
        String xhtml = Pages.fill(page, true);
        // Its own log goes to the terminal, where it concerns nobody; what matters comes to the consumer below.
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = builder(xhtml, charts, document).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            describe(document, page, report);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static PdfRendererBuilder builder(String xhtml, ChartShelf charts, PDDocument document) {
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer("slimgan/chart", new ChartDrawer(charts));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useDefaultPageSize(A4_WIDTH, A4_HEIGHT, PageSizeUnits.MM);
        builder.useObjectDrawerFactory(drawers);
        builder.useReplacementText("\ufffd");
        builder.withDiagnosticConsumer(d -> LOG.debug("{}", d.getFormattedMessage()));
        // Only what lies inside the page; a report never reaches for a file or the network.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        font(builder, ReportFonts.REGULAR, "Report", REGULAR_WEIGHT);
        font(builder, ReportFonts.BOLD, "Report", BOLD_WEIGHT);
        font(builder, ReportFonts.SIGNS, "Signs", REGULAR_WEIGHT);
        builder.withHtmlContent(xhtml, "");
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> ReportFonts.open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static void describe(PDDocument document, Page page, MicReport report) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(page.title());
        information.setCreator("SlimGAN Explorer " + report.version());
        information.setProducer("SlimGAN Explorer " + ProgramVersion.current());
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        date.setTimeInMillis(report.date().toEpochMilli());
        information.setCreationDate(date);
        document.setDocumentInformation(information);
        // Else the library makes an identifier from the clock.
        COSString identifier = new COSString(digest(report));
        COSArray pair = new COSArray();
        pair.add(identifier);
        pair.add(identifier);
        document.getDocument().getTrailer().setItem(COSName.ID, pair);
    }

    private static byte[] digest(MicReport report) {
        return Arrays.copyOf(Sha256.begin().digest(JsonReport.encode(report)), 16);
    }

    /** Draws what stands as {@code <object type="slimgan/chart" data="chart-1">}. */
    private record ChartDrawer(ChartShelf charts) implements FSObjectDrawer {

        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            double w = width / dotsPerPixel;
            double h = height / dotsPerPixel;
            CurveChart chart = charts.get(element.getAttribute("data"));
            device.drawWithGraphics((float) x, (float) y, (float) w, (float) h, g2 -> chart.draw(g2, w, h));
            return null;
        }
    }
}
