using System.Text.Json.Serialization;

namespace Sluice.BuildContract.Reports;

/// <summary>How a report ended, in CodeBuild's words.</summary>
public enum ReportStatus
{
    /// <summary>Every file was read and no test failed.</summary>
    [JsonStringEnumMemberName("SUCCEEDED")]
    Succeeded,

    /// <summary>A test failed.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,

    /// <summary>No test failed, but a file could not be read, or no file was there.</summary>
    [JsonStringEnumMemberName("INCOMPLETE")]
    Incomplete,
}
