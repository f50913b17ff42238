using System.Text.Json.Serialization;

namespace Sluice.BuildContract.Reports;

/// <summary>What a report tells of, in CodeBuild's words.</summary>
public enum ReportType
{
    /// <summary>Test cases.</summary>
    [JsonStringEnumMemberName("TEST")]
    Test,

    /// <summary>Lines and branches that tests ran.</summary>
    [JsonStringEnumMemberName("CODE_COVERAGE")]
    CodeCoverage,
}
