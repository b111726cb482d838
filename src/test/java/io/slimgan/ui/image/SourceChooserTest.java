package io.slimgan.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.BestCheckpoints.Best;
import io.slimgan.session.Preview;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.ui.FxWait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SourceChooserTest {

    @SuppressWarnings("NullAway.Init")
    private SourceChooser chooser;

    @Start
    void start(Stage stage) {
        chooser = new SourceChooser(() -> {});
        stage.setScene(new Scene(chooser, 400, 60));
        stage.show();
    }

    /** A run with two checkpoints, the first of them the best at a quarter. */
    private static final class TwoCheckpoints implements Preview {

        @Override
        public void request(PreviewRequest request, Consumer<PreviewAnswer> onAnswer) {
            throw new AssertionError("A chooser draws nothing.");
        }

        @Override
        public long newestStep() {
            return 20;
        }

        @Override
        public List<Long> checkpointSteps() {
            return List.of(10L, 20L);
        }

        @Override
        public BestCheckpoints bestCheckpoints() {
            return new BestCheckpoints(Optional.empty(), Map.of("0.25", new Best(10, "FID*-1k", "one", 3)));
        }

        @Override
        public void close() {}
    }

    /** What the closed box shows: the cell that is its child, not one of its list. */
    private String shown(FxRobot robot) {
        ComboBox<?> box = robot.lookup("#source").query();
        return box.getChildrenUnmodifiable().stream()
                .filter(ListCell.class::isInstance)
                .map(cell -> Optional.ofNullable(((ListCell<?>) cell).getText()).orElse(""))
                .collect(Collectors.joining());
    }

    @Test
    void theChoiceStaysWrittenInTheBoxWhenCheckpointsGetTheirMarks(FxRobot robot) {
        assertThat(shown(robot)).isEqualTo("Newest weights");
        TwoCheckpoints run = new TwoCheckpoints();
        robot.interact(() -> chooser.tick(run));
        ComboBox<?> box = robot.lookup("#source").query();
        FxWait.until(() -> box.getItems().size() == 3);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chooser.chosen()).isEqualTo(Source.NEWEST);
        assertThat(shown(robot)).isEqualTo("Newest weights");
        robot.interact(() -> chooser.choose(Source.checkpoint(10)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown(robot)).isEqualTo("Checkpoint 10 · best");
    }
}
