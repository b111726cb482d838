package io.slimgan.ui.scalars;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.Defaults;
import io.slimgan.config.SettingsTexts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartCatalogTest {

    private static ChartCatalog of(Map<String, String> changed) {
        Map<String, String> texts = new HashMap<>(SettingsTexts.of(Defaults.settings()));
        texts.putAll(changed);
        return new ChartCatalog(SettingsTexts.read(texts).settings().orElseThrow());
    }

    @Test
    void theOneWidthOfAnIndividualRunGoesByItsNameWhateverItsLogCallsIt() {
        ChartCatalog narrow = of(Map.of("model.widths", "[1]", "model.individual_width", "0.5"));
        assertThat(narrow.place("loss/generator/1").name()).isEqualTo("0.5×");
        assertThat(narrow.place("quality/FID*-1k/0.5").name()).startsWith("0.5×");
        assertThat(narrow.place("quality/FID*-1k/0.5").colour())
                .isEqualTo(narrow.place("loss/generator/1").colour())
                .isZero();
        assertThat(of(Map.of()).place("loss/generator/1").name()).isEqualTo("1×");
    }
}
