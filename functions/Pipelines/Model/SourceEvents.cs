using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Events;

namespace Sluice.Pipelines.Model;

/// <summary>Tells that a source cannot be read any more, and that it can be again. CodePipeline has no such event: its sources are always there.</summary>
internal static class SourceEvents
{
    public const string StateChange = "Sluice Source State Change";

    /// <summary>Null if nothing changed that anybody must know.</summary>
    public static SuiteEvent? Between(string pipeline, SourceState? before, SourceState after) => before?.Error == after.Error ? null : new SuiteEvent(
        string.Create(CultureInfo.InvariantCulture, $"source-{pipeline}-{after.ActionName}-{after.Since.UtcTicks}"),
        "sluice.codepipeline",
        StateChange,
        new JsonObject
        {
            ["pipeline"] = pipeline,
            ["action"] = after.ActionName,
            ["state"] = after.Error is null ? "AVAILABLE" : "UNAVAILABLE",
            ["reason"] = after.Error,
        },
        after.Since,
        after.Since.UtcTicks,
        Resources: []);
}
