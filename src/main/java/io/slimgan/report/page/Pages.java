package io.slimgan.report.page;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the template. The same file serves the browser and the paper, so that both say the same; they differ in the style
 * sheet and in how a chart comes in. Every text is escaped by the engine unless the template says otherwise, which it
 * does for SVG and style sheets of our own only.
 */
final class Pages {

    private static final String FOLDER = "/io/slimgan/report/page";

    private Pages() {}

    /** As well-formed XHTML, which HTML browsers read too. */
    static String fill(Page page, boolean paper) {
        Configuration engine = new Configuration(Configuration.VERSION_2_3_34);
        engine.setClassForTemplateLoading(Pages.class, FOLDER);
        engine.setDefaultEncoding(StandardCharsets.UTF_8.name());
        engine.setLocale(Locale.ROOT);
        engine.setLocalizedLookup(false);
        engine.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        engine.setLogTemplateExceptions(false);
        engine.setWrapUncheckedExceptions(true);
        StringWriter out = new StringWriter();
        try {
            Template template = engine.getTemplate("report.ftlh");
            template.process(
                    Map.of("page", page, "paper", paper, "style", resource(paper ? "paper.css" : "screen.css")), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("The report's template does not fit its content.", e);
        }
        return out.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(FOLDER + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
