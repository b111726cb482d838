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
            "distillation/weighted", "Distillation loss");

    private CurveTitles() {}

    /** The tag's own words where there are no better ones. */
    static String title(String group) {
        return TITLES.getOrDefault(group, group);
    }
}
