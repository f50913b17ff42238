using System.Text.Json;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Reports.Json;

/// <summary>Makes sense of the values of a JSON file as they come by.</summary>
internal interface IJsonReport : IReportReader
{
    /// <summary>An object or a list begins.</summary>
    void Start(JsonPlace place);

    /// <summary>An object or a list has ended.</summary>
    void End(JsonPlace place);

    /// <summary>A value that is neither.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="kind">String, Number, True, False or Null.</param>
    /// <param name="text">A string's text, or a number as it is written; empty for the others.</param>
    void Value(JsonPlace place, JsonTokenType kind, string text);
}
