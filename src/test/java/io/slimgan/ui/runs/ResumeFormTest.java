package io.slimgan.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.common.Theme;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ResumeFormTest {

    @SuppressWarnings("NullAway.Init")
    private ResumeForm form;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        form = new ResumeForm(FakeSettings.small(), new FakeFilePicker());
        Scene scene = new Scene(form);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static void write(FxRobot robot, String id, String text) {
        TextField field = robot.lookup(id).query();
        robot.interact(() -> field.setText(text));
    }

    @Test
    void untouchedItIsTheRunAsItWas() {
        assertThat(form.settings()).contains(FakeSettings.small());
    }

    @Test
    void itSaysWhatDiffers(FxRobot robot) {
        write(robot, "#field-training-steps", "2000");
        write(robot, "#field-training-optimizer-learning_rate", "0.0001");

        assertThat(robot.lookup("#resume-difference").<Labeled>query().getText())
                .contains("Steps: 1000 → 2000")
                .contains("Learning rate: 0.0002 → 0.0001");
        assertThat(form.settings().orElseThrow().training().steps()).isEqualTo(2000);
        assertThat(form.settings().orElseThrow().model())
                .isEqualTo(FakeSettings.small().model());
    }

    @Test
    void aWrongValueHoldsIt(FxRobot robot) {
        BooleanBinding valid = form.valid();
        assertThat(valid.get()).isTrue();

        write(robot, "#field-training-steps", "0");

        assertThat(valid.get()).isFalse();
        assertThat(robot.lookup("#hint-training-steps").<Labeled>query().getText())
                .contains("Steps is 0");
    }
}
