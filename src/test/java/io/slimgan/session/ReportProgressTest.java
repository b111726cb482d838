package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportProgressTest {

    @Test
    void neverGoesBackAndEndsWithTheLastPart() {
        ReportProgress progress = new ReportProgress(400);
        List<Long> told = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            told.add(progress.with(new EvaluationProgress("Opening", 0, 0), 100).done());
            for (long total : new long[] {50, 80}) { // its total grows, and it begins again
                for (long done = 0; done <= total; done += 10) {
                    told.add(progress.with(new EvaluationProgress("Measuring", done, total), 100)
                            .done());
                }
            }
            progress.finish(100);
        }

        assertThat(told).isSorted().first().isEqualTo(0L);
        assertThat(told).last().isEqualTo(400L);
        assertThat(told.subList(0, told.size() / 4)).allMatch(done -> done <= 100);
        assertThat(progress.with(new EvaluationProgress("Drawing", 0, 0), 100))
                .isEqualTo(new EvaluationProgress("Drawing", 400, 400));
    }
}
