package io.slimgan.ui.explore;

import io.slimgan.base.UserError;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import io.slimgan.ui.image.CountSpinner;
import io.slimgan.ui.image.SourceChooser;
import java.util.random.RandomGenerator;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Which weights and which seeds. Wraps into a second line where the window is narrow. */
final class ExploreToolBar extends FlowPane {

    private static final String SEEDS_HELP =
            "Seeds of the images: one number to begin with, a range (17-32) or a list (3, 8, 100-103)";
    private static final long RANDOM_SEEDS = 1_000_000;

    private final SourceChooser source;
    private final ToggleButton live;
    private final CountSpinner count;
    private final TextField field = new TextField();
    private final Label mistake = new Label();
    private final RandomGenerator random;
    private final Runnable onSeeds;
    private SeedList seeds = SeedList.from(1, 16);

    /**
     * @param onSource called when other weights were chosen
     * @param onSeeds called when other seeds were chosen
     * @param onExport called when the images are to be saved
     */
    ExploreToolBar(RandomGenerator random, Runnable onSource, Runnable onSeeds, Runnable onExport) {
        super(14, 8);
        this.random = random;
        this.onSeeds = onSeeds;
        setPadding(new Insets(10, 14, 10, 14));
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
        source = new SourceChooser(onSource);
        live = Controls.toggle(
                Icons.LIVE, "explore-live", "Live", "Draw the newest weights while training goes on", () -> {});
        live.setSelected(true);
        count = new CountSpinner(
                "explore-count",
                "Number of images, 1 to 64",
                1,
                SeedList.MOST,
                16,
                images -> take(seeds.resized(images)));
        field.setId("explore-seeds");
        field.setPrefWidth(150);
        field.setTooltip(new Tooltip(SEEDS_HELP));
        field.setAccessibleText(SEEDS_HELP);
        mistake.setId("explore-seeds-mistake");
        mistake.getStyleClass().add("mistake");
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                typed();
            }
        });
        getChildren()
                .addAll(
                        Controls.group(source, live),
                        Controls.group(new Label("Images"), count),
                        seedGroup(),
                        Controls.button(
                                Icons.EXPORT, "export-images", "Export…", "Save the images as a PNG file", onExport));
        show();
    }

    private HBox seedGroup() {
        return Controls.group(
                new Label("Seeds"),
                field,
                Controls.icon(Icons.PREVIOUS, "previous-seeds", "The seeds before these", () -> take(seeds.moved(-1))),
                Controls.icon(Icons.NEXT, "next-seeds", "The seeds after these", () -> take(seeds.moved(1))),
                Controls.icon(Icons.RANDOM, "random-seeds", "Random seeds", this::roll),
                mistake);
    }

    private void roll() {
        take(SeedList.from(random.nextLong(RANDOM_SEEDS), seeds.seeds().size()));
    }

    private void typed() {
        if (field.getText().strip().equals(seeds.text())) {
            mark("");
            return;
        }
        try {
            take(SeedList.parse(field.getText(), seeds.seeds().size()));
        } catch (UserError e) {
            mark(e.sentence());
        }
    }

    /** Says what is wrong with the seeds beside their field; empty takes it away. */
    private void mark(String wrong) {
        field.getStyleClass().removeAll("wrong");
        if (!wrong.isEmpty()) {
            field.getStyleClass().add("wrong");
        }
        mistake.setText(wrong);
        mistake.setVisible(!wrong.isEmpty());
        mistake.setManaged(!wrong.isEmpty());
    }

    private void take(SeedList chosen) {
        boolean changed = !chosen.equals(seeds);
        seeds = chosen;
        show();
        if (changed) {
            onSeeds.run();
        }
    }

    private void show() {
        mark("");
        field.setText(seeds.text());
        count.show(seeds.seeds().size());
    }

    SourceChooser source() {
        return source;
    }

    /** Whether newer weights are to be drawn by themselves. */
    boolean isLive() {
        return live.isSelected() && source.chosen().equals(Source.NEWEST);
    }

    SeedList seeds() {
        return seeds;
    }
}
