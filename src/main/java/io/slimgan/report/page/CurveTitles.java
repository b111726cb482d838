package io.slimgan.report.page;

import java.util.Map;

/** What people call the groups of curves in a run's log. */
final class CurveTitles {

    private static final Map<String, String> TITLES = Map.of(
            "loss/generator", "Generator loss",
            "loss/discriminator", "Discriminator loss",
            "critic/real", "D(x), real images",
            "critic/fake", "D(G(z)), generated images",
            "distillation/raw", "Distillation gap, before λ",
            "distillation/weighted", "Distillation loss",
            "grid/diversity", "Variety of the grid: difference",
            "grid/change", "Variety of the grid: change");

    private static final String QUALITY = "quality/";

    private CurveTitles() {}

    /** The tag's own words where there are no better ones. */
    static String title(String group) {
        String plain = group.startsWith(QUALITY) ? group.substring(QUALITY.length()) : group;
        return TITLES.getOrDefault(group, plain);
    }

    /** The tag, for who looks for it in the log; empty where the title says it already. */
    static String hint(String group) {
        return title(group).equals(group) ? "" : group;
    }
}
