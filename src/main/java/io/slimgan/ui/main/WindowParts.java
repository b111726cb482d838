package io.slimgan.ui.main;

import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.consistency.ConsistencyPane;
import io.slimgan.ui.dataset.DatasetPane;
import io.slimgan.ui.explore.ExplorePane;
import io.slimgan.ui.reports.ReportsPane;
import io.slimgan.ui.runs.NewRunForm;
import io.slimgan.ui.runs.RunsPane;
import io.slimgan.ui.scalars.ScalarsPane;
import io.slimgan.ui.tradeoff.TradeoffPane;
import java.util.List;

/**
 * The one place that knows which pages there are.
 *
 * @param runs the list of runs, the first page
 * @param newRun the form in front of the pages
 * @param quality the page that measures
 * @param reports the page that makes reports
 * @param dataset the page that looks into a dataset
 * @param pages all pages in the order of the navigation
 */
record WindowParts(
        RunsPane runs,
        NewRunForm newRun,
        TradeoffPane quality,
        ReportsPane reports,
        DatasetPane dataset,
        List<FeaturePane> pages) {

    /** @param openRun asks for a run and opens it, for pages that are empty without one */
    static WindowParts of(
            ShellTools tools, RunsPane.Handler runsHandler, NewRunForm.Handler newRunHandler, Runnable openRun) {
        RunsPane runs = new RunsPane(runsHandler, tools.room(), tools.dialogs(), tools.files(), tools.background());
        NewRunForm form =
                new NewRunForm(tools.room(), tools.dialogs(), tools.files(), runsHandler::workspace, newRunHandler);
        TradeoffPane quality = new TradeoffPane(
                tools.room().featureWeights(), tools.dialogs(), tools.files(), tools.background(), openRun);
        ReportsPane reports = new ReportsPane(
                tools.room(), tools.dialogs(), tools.files(), tools.background(), runsHandler::workspace, openRun);
        DatasetPane dataset = new DatasetPane(tools.room(), tools.dialogs(), tools.files());
        return new WindowParts(
                runs,
                form,
                quality,
                reports,
                dataset,
                List.of(
                        runs,
                        new ScalarsPane(tools.dialogs(), tools.files(), tools.background()),
                        new ConsistencyPane(tools.dialogs(), tools.files()),
                        new ExplorePane(tools.dialogs(), tools.files()),
                        quality,
                        reports,
                        dataset));
    }
}
