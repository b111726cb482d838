package io.slimgan.ui.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.LatentKey;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.FakeImages;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridPictureTest {

    private final WidthList widths = WidthList.of(0.5, 1);

    @Test
    void findsImagesBySeedWhereverTheColumnStands() {
        GridPicture picture = GridPicture.of(answer(7, 8), false, 0);
        assertThat(picture.cell(widths.get(0), key(8), 0).orElseThrow().index()).isEqualTo(1);
        assertThat(picture.has(key(9))).isFalse();
        assertThat(picture.cell(widths.get(0), key(9), 0).orElseThrow().index())
                .as("until seed 9 is drawn its column shows what it had")
                .isZero();
        assertThat(picture.cell(widths.get(0), key(9), 2)).isEmpty();
        assertThat(picture.cell(new Width(0.75, 1), key(7), 0)).isEmpty();
    }

    @Test
    void differencesAreToTheWidestWhichStaysAsItIs() {
        PreviewAnswer.Images answer = answer(7);
        GridPicture picture = GridPicture.of(answer, true, 0);
        RgbImages narrow = answer.rows().get(0).images();
        RgbImages wide = answer.rows().get(1).images();
        RgbImages shown = picture.shown().get(0);
        long sum = 0;
        for (int i = 0; i < shown.pixels().length; i++) {
            int apart = Math.abs((narrow.pixels()[i] & 255) - (wide.pixels()[i] & 255));
            assertThat(shown.pixels()[i] & 255).isEqualTo(apart);
            sum += apart;
        }
        assertThat(picture.meanDifference(widths.get(0)).orElseThrow()).isEqualTo((double) sum / shown.pixels().length);
        assertThat(picture.shown().get(1)).isEqualTo(wide);
        assertThat(picture.meanDifference(widths.get(1))).contains(0.0);
    }

    private static LatentKey key(long seed) {
        return new LatentKey(seed, -1);
    }

    private PreviewAnswer.Images answer(long... seeds) {
        List<Long> asked = java.util.Arrays.stream(seeds).boxed().toList();
        PreviewRequest request = new PreviewRequest(PreviewRequest.Source.NEWEST, widths.widths(), asked);
        return new PreviewAnswer.Images(
                request,
                5,
                widths.widths().stream()
                        .map(w -> new PreviewAnswer.Row(w, FakeImages.of(16, w.multiplier(), 5, seeds), 1))
                        .toList());
    }
}
