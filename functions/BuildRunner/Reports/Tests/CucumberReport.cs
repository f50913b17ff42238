using System.Text.Json;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Json;
using Sluice.BuildRunner.Reports.Text;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>
/// Cucumber's JSON, of the JVM, JavaScript, Ruby and behave: a list of features with their scenarios. A scenario is a case. It is as good as the worst of its steps and hooks, those of the background
/// before it among them.
/// </summary>
internal sealed class CucumberReport(ReportContent content) : IJsonReport
{
    private static readonly TestStatus[] _worstFirst = [TestStatus.Failed, TestStatus.Error, TestStatus.Unknown, TestStatus.Skipped, TestStatus.Succeeded];
    private readonly List<CucumberScenario> _scenarios = [];
    private CucumberScenario? _scenario;
    private CucumberScenario? _background;
    private string? _feature;
    private string? _uri;

    public void Start(JsonPlace place)
    {
        if (place.Depth == 1 && !place.IsList)
        {
            throw new ReportException(place.Line, "is no CUCUMBERJSON report; expected a list of features");
        }

        if (place.Depth == 2)
        {
            (_feature, _uri) = (null, null);
        }
        else if (IsScenario(place))
        {
            _scenario = new CucumberScenario(place.Line);
        }
    }

    public void End(JsonPlace place)
    {
        if (IsScenario(place) && _scenario is { } scenario)
        {
            EndScenario(scenario);
            _scenario = null;
        }
        else if (place.Depth == 2)
        {
            _scenarios.ForEach(Tell);
            _scenarios.Clear();
            _background = null;
        }
    }

    public void Value(JsonPlace place, JsonTokenType kind, string text)
    {
        if (kind is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return;
        }

        if (place.Depth == 3)
        {
            (_feature, _uri) = (place.Name == "name" ? text : _feature, place.Name is "uri" or "location" ? text : _uri);
        }
        else if (_scenario is { } scenario && place.Depth == 5)
        {
            scenario.Set(place.Name, text);
        }
        else if (_scenario is not null)
        {
            OfStep(_scenario, place, text);
        }
    }

    // Depth 1 is the list of features, 2 a feature, 3 its elements, 4 a scenario.
    private static bool IsScenario(JsonPlace place) => place is { Depth: 4, IsObject: true, Parent.Name: "elements" };

    private static void OfStep(CucumberScenario scenario, JsonPlace place, string text)
    {
        if (place.Is("status", "result"))
        {
            scenario.Statuses.Add(Status(text));
        }
        else if (place.Is("duration", "result"))
        {
            scenario.NanoSeconds = Duration.Of(scenario.NanoSeconds + Nanoseconds(text));
        }
        else if (place.Is("error_message", "result") || place.Is("", "error_message", "result"))
        {
            // behave tells it line by line.
            scenario.Message = ReportText.Cut(scenario.Message is null ? text : $"{scenario.Message}\n{text}", TestCase.LongestMessage);
        }
    }

    // Nanoseconds, but seconds with a fraction in behave.
    private static decimal Nanoseconds(string text) => text.Contains('.') ? Duration.OfSeconds(text) : decimal.TryParse(text, out var whole) ? whole : 0;

    private void EndScenario(CucumberScenario scenario)
    {
        if (scenario.Type == "background")
        {
            _background = scenario;
        }
        else
        {
            scenario.Precede(_background);
            // In JSON of the JVM each scenario has the background again, before it.
            _scenarios.Add(scenario);
        }
    }

    private void Tell(CucumberScenario scenario) => content.Add(scenario.Line, new FoundCase(scenario.Name is { Length: > 0 } name ? name : scenario.Id ?? _feature, Worst(scenario))
    {
        NanoSeconds = scenario.NanoSeconds,
        Prefix = _uri,
        Suite = _feature,
        Message = scenario.Message,
    });

    private static TestStatus Worst(CucumberScenario scenario)
    {
        // Behave says it of the scenario too, where there may be no steps.
        var said = scenario.Statuses.Count > 0 ? scenario.Statuses : scenario.Status is { } own ? [Status(own)] : [TestStatus.Unknown];
        return _worstFirst.First(said.Contains);
    }

    private static TestStatus Status(string status) => status.ToLowerInvariant() switch
    {
        "passed" => TestStatus.Succeeded,
        "failed" => TestStatus.Failed,
        // There is no code for the step, or too much: the scenario could not be tried.
        "undefined" or "ambiguous" or "error" or "hook_error" => TestStatus.Error,
        "skipped" or "pending" or "untested" or "disabled" => TestStatus.Skipped,
        _ => TestStatus.Unknown,
    };
}
