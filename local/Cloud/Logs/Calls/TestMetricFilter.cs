using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Logs.Filters;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Shows which of some messages a filter pattern picks.</summary>
internal sealed class TestMetricFilter() : LogsCall<TestMetricFilter.Input>("testMetricFilter")
{
    protected override Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        try
        {
            var filter = FilterPattern.Parse(input.FilterPattern);
            var matches = input.LogEventMessages.Index().Where(message => filter.Matches(message.Item))
                .Select(message => new JsonObject { ["EventNumber"] = message.Index + 1, ["EventMessage"] = message.Item, ["ExtractedValues"] = new JsonObject() });
            return Task.FromResult(new JsonObject { ["Matches"] = new JsonArray([.. matches]) });
        }
        catch (FilterPatternException e)
        {
            throw LogsErrors.InvalidParameter(e.Message);
        }
    }

    /// <summary>CloudWatch Logs' TestMetricFilterRequest.</summary>
    internal sealed record Input(string FilterPattern, IReadOnlyList<string> LogEventMessages);
}
